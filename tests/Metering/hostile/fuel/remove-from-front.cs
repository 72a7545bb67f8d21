static string Run()
{
    List<int> many = [.. Enumerable.Range(0, 200_000)]; while (many.Count > 0) { many.RemoveAt(0); } return "";
}
