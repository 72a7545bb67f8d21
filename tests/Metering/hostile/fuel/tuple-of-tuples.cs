static string Run()
{
    object o = 1; for (int i = 0; i < 60; i++) { o = (o, o); } return o.Equals((o, 1)) + o.ToString();
}
