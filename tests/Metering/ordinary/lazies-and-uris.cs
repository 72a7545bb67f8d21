static string Run()
{
    int made = 0;
    Lazy<string> lazy = new(() => { made++; return "made"; });
    Uri uri = new("https://example.org:8080/a/b?x=1#f");
    Version version = Version.Parse("1.2.3");
    Guid guid = Guid.Parse("00000000-0000-0000-0000-000000000001");
    return $"{lazy.Value}{lazy.Value}{made} {uri.Host}{uri.Port}{uri.AbsolutePath}{uri.Query} {Uri.TryCreate("nope", UriKind.Absolute, out _)} {version.Minor} {version > new Version(1, 2)} {guid} {Convert.ToBase64String([1, 2, 3])} {Convert.ToHexString([255, 16])} {Uri.EscapeDataString("a b")}";
}
