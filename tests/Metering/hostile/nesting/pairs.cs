static string Run()
{
    object o = 1; for (int i = 0; i < 100_000; i++) { o = new KeyValuePair<object, int>(o, 1); } return $"{o}";
}
