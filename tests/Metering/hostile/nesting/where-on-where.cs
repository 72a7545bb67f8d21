static string Run()
{
    IEnumerable<int> q = [1]; for (int i = 0; i < 100_000; i++) { q = q.Where(n => n > 0); } return q.Count().ToString();
}
