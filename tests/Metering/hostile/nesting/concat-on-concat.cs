static string Run()
{
    IEnumerable<int> q = Enumerable.Range(0, 2); for (int i = 0; i < 100_000; i++) { q = q.Concat(Enumerable.Range(0, 2)); } return q.Count().ToString();
}
