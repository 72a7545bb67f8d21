static string Run()
{
    IEnumerable<object> q = new object[] { 1 }.Skip(0); for (int i = 0; i < 100_000; i++) { q = q.OfType<int>().Select(n => (object)n); } return q.Count().ToString();
}
