static string Run()
{
    IEnumerable<int> chain = Enumerable.Range(0, 5);
    for (int i = 0; i < 100; i++) { int add = i; chain = chain.Select(n => n + add); }
    IEnumerable<int> joined = [];
    for (int i = 0; i < 100; i++) { joined = joined.Append(i); }
    IEnumerable<string> parts = ["a"];
    for (int i = 0; i < 5; i++) { parts = parts.Concat(parts); }
    return $"{chain.Sum()} {joined.Sum()} {string.Concat(parts)}";
}
