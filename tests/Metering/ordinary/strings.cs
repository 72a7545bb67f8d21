static string Run()
{
    string s = "The quick brown fox";
    return string.Join("|", s.ToUpperInvariant(), s.Substring(4, 5), s.Replace("quick", "slow"), s.IndexOf("brown", StringComparison.Ordinal), s.Split(' ').Length, s.PadLeft(22), s.PadRight(21, '.'), s.Contains('q'), s.StartsWith("The", StringComparison.Ordinal), s.Insert(3, "!"), s.Remove(3), string.Concat(s.Reverse()), s.TrimStart('T'), string.Join("", s.Where(char.IsUpper)), s.LastIndexOf('o'), s == "x", string.Compare(s, "a", StringComparison.Ordinal) < 0, s.ToCharArray().Length, new string('z', 3), string.IsNullOrWhiteSpace(" "), s.Split(["quick", "fox"], StringSplitOptions.TrimEntries)[1], s[^3..], "a,b;c".Split(',', ';').Length, "line\nnext".ReplaceLineEndings(" ").Length, s.Equals("THE QUICK BROWN FOX", StringComparison.OrdinalIgnoreCase));
}
