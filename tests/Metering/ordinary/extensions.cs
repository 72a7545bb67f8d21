static string Run() => $"{Words.Shout("hello")} {Words.Twice([1, 2]).Count} {Words.Double(4)}";

static class Words
{
    public static string Shout(string text) => text.ToUpperInvariant() + "!";
    public static List<T> Twice<T>(List<T> items) => [.. items, .. items];
    public static int Double(int n) => n * 2;
}
