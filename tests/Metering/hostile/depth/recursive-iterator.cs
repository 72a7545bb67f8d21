static string Run()
{
    return Walk(0).First().ToString();
}

static IEnumerable<int> Walk(int n) { foreach (int m in Walk(n + 1)) { yield return m; } }
