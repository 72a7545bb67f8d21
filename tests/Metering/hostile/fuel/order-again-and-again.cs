static string Run()
{
    List<int> many = [.. Enumerable.Range(0, 200_000)]; int n = 0; for (int i = 0; i < 10_000; i++) { n += many.Order().First(); } return "";
}
