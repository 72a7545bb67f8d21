static string Run()
{
    object o = 1; for (int i = 0; i < 100_000; i++) { o = Tuple.Create(o, 1); } return o.ToString()!;
}
