static string Run()
{
    IOrderedEnumerable<int> q = new[] { 1, 2 }.OrderBy(n => n); for (int i = 0; i < 100_000; i++) { q = q.ThenBy(n => n); } return q.Count().ToString();
}
