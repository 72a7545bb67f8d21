static string Run()
{
    object o = 1; for (int i = 0; i < 100_000; i++) { o = (o, 1); } return new HashSet<object> { o }.Count.ToString();
}
