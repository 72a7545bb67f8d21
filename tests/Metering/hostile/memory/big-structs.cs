static string Run()
{
    List<Big> list = []; while (true) { list.Add(default); }
}

struct Big { public (long, long, long, long, long, long, long) A, B, C, D; }
