static string Run()
{
    List<int> many = [.. Enumerable.Range(0, 50_000)]; int found = 0; for (int i = 0; i < 50_000; i++) { if (many.Contains(-1)) { found++; } } return found.ToString();
}
