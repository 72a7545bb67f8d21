namespace PolicyGate.Cli.Setup;

/// <summary>Where compiled policies are kept between runs.</summary>
internal static class CacheDirectory
{
    /// <summary>
    /// The user's cache as each platform has it: <c>XDG_CACHE_HOME</c> or <c>~/.cache</c>
    /// (https://specifications.freedesktop.org/basedir-spec/latest/), <c>~/Library/Caches</c>, <c>%LOCALAPPDATA%</c>.
    /// </summary>
    public static string OfUser => Path.Combine(Base, "policygate");

    private static string Base
    {
        get
        {
            string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            if (OperatingSystem.IsWindows())
            {
                return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
            }

            if (OperatingSystem.IsMacOS())
            {
                return Path.Combine(home, "Library", "Caches");
            }

            string? declared = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
            return Path.IsPathRooted(declared) ? declared : Path.Combine(home, ".cache");
        }
    }
}
