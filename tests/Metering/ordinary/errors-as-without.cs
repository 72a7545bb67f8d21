static string Run()
{
    StringBuilder log = new();
    void Try(Action act) { try { act(); log.Append("ok;"); } catch (Exception e) { log.Append(e.GetType().Name).Append(';'); } }
    IEnumerable<int> none = null!;
    string missing = null!;
    List<int> list = [1, 2];
    Try(() => none.Select(n => n));
    Try(() => new List<int>(none));
    Try(() => missing.Split(','));
    Try(() => string.Join(",", (IEnumerable<string>)null!));
    Try(() => Enumerable.Empty<int>().First());
    Try(() => { foreach (int n in list) { list.Add(n); } });
    Try(() => new Dictionary<string, int> { ["a"] = 1 }["b"].ToString());
    Try(() => Enumerable.Range(0, -1));
    Try(() => int.Parse("x"));
    Try(() => "abc".Substring(5));
    Try(() => Regex.IsMatch("a", "("));
    Try(() => string.Format("{0} {1}", 1));
    Try(() => list.Single());
    Try(() => new[] { 3, 1 }.Select((Func<int, int>)null!).ToList());
    Try(() => missing.Replace("a", "b"));
    Try(() => "a".Replace("", "b"));
    Try(() => new Regex(null!));
    Try(() => list.Cast<string>().ToList());
    return log.ToString();
}
