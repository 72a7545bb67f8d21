namespace PolicyGate.Cli.Setup;

/// <summary>
/// Where a user's files belong: <c>XDG_CACHE_HOME</c> and <c>XDG_STATE_HOME</c>
/// (https://specifications.freedesktop.org/basedir-spec/latest/), <c>~/Library</c>, <c>%LOCALAPPDATA%</c>.
/// </summary>
internal static class UserDirectories
{
    /// <summary>For what can be made again.</summary>
    public static string Cache => Path.Combine(Of("XDG_CACHE_HOME", ".cache", "Caches"), "policygate");

    /// <summary>For what is kept.</summary>
    public static string State => Path.Combine(Of("XDG_STATE_HOME", Path.Combine(".local", "state"), "Application Support"), "policygate");

    private static string Of(string variable, string usual, string onMac)
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (OperatingSystem.IsWindows())
        {
            return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        }

        if (OperatingSystem.IsMacOS())
        {
            return Path.Combine(home, "Library", onMac);
        }

        string? declared = Environment.GetEnvironmentVariable(variable);
        return Path.IsPathRooted(declared) ? declared : Path.Combine(home, usual);
    }
}
