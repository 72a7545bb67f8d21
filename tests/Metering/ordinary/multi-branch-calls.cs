static string Run()
{
    int n = 3;
    string text = string.Join(n > 2 ? "-" : "+", n > 1 ? ["a", "b"] : new[] { "c" });
    int length = (n > 2 ? text : null)?.Substring(1).Length ?? 0;
    string chosen = (n % 2 == 0 ? "even" : n > 2 ? "big" : "small").ToUpperInvariant().PadLeft(n > 1 ? 6 : 3);
    return text + length + chosen + (text is { Length: > 2 } ? text.Replace(n > 2 ? "a" : "b", n > 5 ? "x" : "y") : "") + new string(n > 2 ? 'z' : 'q', n > 2 ? 2 : 1);
}
