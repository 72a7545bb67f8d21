static string Run()
{
    long sum = 0;
    List<int> kept = [];
    for (int i = 0; i < 1_000_000; i++) { sum += i % 7 * (i & 3); if (i % 1000 == 0) { kept.Add(i); } }
    return $"{sum} {kept.Count}";
}
