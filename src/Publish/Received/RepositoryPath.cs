using System.Text.RegularExpressions;

namespace PolicyGate.Publish.Received;

/// <summary>Paths of files as reports write them: relative to the repository's root, with forward slashes.</summary>
internal static partial class RepositoryPath
{
    /// <summary>
    /// Whether it stays within the repository on every system. A backslash may begin a name only as part of an escape such
    /// as <c>\u{1B}</c>, which shows a character that was hidden there.
    /// </summary>
    public static bool IsWithin(string path) =>
        !path.StartsWith('/') && !Rooted().IsMatch(path)
        && !path.Split('/', '\\').Contains("..");

    /// <summary>
    /// Whether GitHub can find a file by it: there is one, and nothing in its name had to be escaped to be shown.
    /// </summary>
    public static bool IsAddressable(string path) =>
        path.Length > 0 && !path.Contains('\\', StringComparison.Ordinal) && path.Split('/').All(part => part is not ("" or "."));

    [GeneratedRegex(@"\A(?:[A-Za-z]:[\\/]|\\(?!u\{))")]
    private static partial Regex Rooted();
}
