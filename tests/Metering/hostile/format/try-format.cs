static string Run()
{
    Span<char> to = new char[10]; return 5.TryFormat(to, out int n, "D999999999", CultureInfo.InvariantCulture).ToString();
}
