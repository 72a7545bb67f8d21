static string Run()
{
    Reader reader = new("a,bb,,ccc");
    List<string> parts = [];
    while (reader.Next(out ReadOnlySpan<char> part)) { parts.Add(part.ToString()); }
    Span<char> copy = new char[3];
    "xyz".AsSpan().CopyTo(copy);
    copy.Reverse();
    return $"{string.Join("|", parts)} {new string(copy)} {Longest("ab", "abc").ToString()} {Sum([1, 2, 3])} {Sum()}";
}

ref struct Reader(string text) { private ReadOnlySpan<char> rest = text; private bool done; public bool Next(out ReadOnlySpan<char> part) { if (done) { part = default; return false; } int at = rest.IndexOf(','); part = at < 0 ? rest : rest[..at]; done = at < 0; rest = at < 0 ? default : rest[(at + 1)..]; return true; } }
static ReadOnlySpan<char> Longest(ReadOnlySpan<char> a, ReadOnlySpan<char> b) => a.Length > b.Length ? a : b;
static int Sum(params ReadOnlySpan<int> numbers) { int sum = 0; foreach (int n in numbers) { sum += n; } return sum; }
