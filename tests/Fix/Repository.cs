namespace PolicyGate.Fixing.Tests;

/// <summary>Where the tests' files are.</summary>
internal static class Repository
{
    public static string Root { get; } =
        Path.GetDirectoryName(Above("PolicyGate.sln"))
        ?? throw new DirectoryNotFoundException("there is no PolicyGate.sln");

    /// <summary>The nearest file or directory of that path, looked for from the tests' own directory upwards.</summary>
    public static string? Above(params string[] path)
    {
        for (DirectoryInfo? place = new(AppContext.BaseDirectory); place is not null; place = place.Parent)
        {
            string candidate = Path.Combine([place.FullName, .. path]);
            if (Path.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
