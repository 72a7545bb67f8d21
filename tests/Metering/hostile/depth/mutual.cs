static string Run()
{
    return Ping(0).ToString();
}

static int Ping(int n) => Pong(n) + 1;
static int Pong(int n) => Ping(n) + 1;
