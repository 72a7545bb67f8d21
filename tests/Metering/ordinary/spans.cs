static string Run()
{
    ReadOnlySpan<char> text = "key=value; other=2".AsSpan();
    int at = text.IndexOf('=');
    ReadOnlySpan<char> key = text[..at];
    Span<int> numbers = new int[5];
    numbers.Fill(3);
    numbers[1] = 7;
    numbers[2..4].Clear();
    numbers.Sort();
    int total = 0;
    foreach (ref int n in numbers) { n *= 2; total += n; }
    foreach (Range part in text.Split(';')) { total += text[part].Trim().Length; }
    return $"{key.ToString()} {string.Join(",", numbers.ToArray())} {total} {text.Contains("other", StringComparison.Ordinal)} {Count(text, 'e')} {key.SequenceEqual("key")} {int.Parse(text[^1..], CultureInfo.InvariantCulture)} {numbers.Contains(6)} {"abc".AsSpan(1).ToString()}";
}

static int Count(ReadOnlySpan<char> text, char c) { int n = 0; foreach (char one in text) { if (one == c) { n++; } } return n; }
