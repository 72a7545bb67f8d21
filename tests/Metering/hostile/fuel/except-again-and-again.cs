static string Run()
{
    List<int> a = [.. Enumerable.Range(0, 100_000)]; IEnumerable<int> none = a.Except(a); for (int i = 0; i < 100_000; i++) { foreach (int n in none) { } } return "";
}
