using System.Text.RegularExpressions;

namespace PolicyGate.Publish.Received;

/// <summary>Paths of files as reports write them: relative to the repository's root, with forward slashes.</summary>
internal static partial class RepositoryPath
{
    /// <summary>Whether it stays within the repository on every system.</summary>
    public static bool IsWithin(string path) =>
        !path.StartsWith('/') && !path.StartsWith('\\') && !Drive().IsMatch(path)
        && !path.Split('/', '\\').Contains("..");

    /// <summary>
    /// Whether GitHub can find a file by it: there is one, and nothing in its name had to be escaped to be shown.
    /// </summary>
    public static bool IsAddressable(string path) =>
        path.Length > 0 && !path.Contains('\\', StringComparison.Ordinal) && path.Split('/').All(part => part is not ("" or "."));

    [GeneratedRegex(@"\A[A-Za-z]:[\\/]")]
    private static partial Regex Drive();
}
