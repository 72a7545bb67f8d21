using System.Collections.Immutable;
using System.IO.Enumeration;
using PolicyGate.Model.Governance;

namespace PolicyGate.Load.Policies;

/// <summary>Finds policies in a directory. An id is a path: nothing is listed by hand.</summary>
public static class PolicyFiles
{
    private const string Extension = ".csx";

    private const string Cases = "cases";

    /// <summary>Hidden files too: none is skipped in silence.</summary>
    private static readonly EnumerationOptions Everywhere =
        new() { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <summary>Every policy below a directory, in the order of ids.</summary>
    /// <param name="directory">The policies root, absolute.</param>
    /// <param name="root">
    /// The repository root, absolute; files are named relative to it. Those outside, such as the policies that ship, are
    /// named relative to what holds their directory: reports show no path of this machine.
    /// </param>
    public static ImmutableArray<PolicySource> Find(string directory, string root) =>
    [
        .. new FileSystemEnumerable<string>(directory, (ref FileSystemEntry entry) => entry.ToFullPath(), Everywhere)
            {
                ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && entry.FileName.EndsWith(Extension),
                ShouldRecursePredicate = (ref FileSystemEntry entry) => entry.FileName is not Cases,
            }
            .Select(path => new PolicySource(IdOf(Path.GetRelativePath(directory, path)), NameOf(path, directory, root), File.ReadAllText(path)))
            .OrderBy(policy => policy.Id, StringComparer.Ordinal)
    ];

    private static string NameOf(string path, string directory, string root)
    {
        string name = RepositoryPath.Of(path, root);
        string above = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(directory)) ?? directory;
        return Path.IsPathRooted(name) ? RepositoryPath.Of(path, above) : name;
    }

    /// <summary>
    /// The id of a policy: its path without the extension, and without the repetition when it lies in a folder of its
    /// own name.
    /// </summary>
    public static string IdOf(string relativePath)
    {
        string[] segments = relativePath[..^Extension.Length].Split('/', '\\');
        bool isRepeated = segments.Length > 1 && segments[^1] == segments[^2];
        return string.Join('/', isRepeated ? segments[..^1] : segments);
    }

    /// <summary>The folder that holds a policy's cases, or null when it has none.</summary>
    /// <param name="directory">The policies root, absolute.</param>
    /// <param name="id">The policy's id.</param>
    public static string? CasesOf(string directory, string id)
    {
        string cases = Path.Combine(directory, Path.Combine(id.Split('/')), Cases);
        return Directory.Exists(cases) ? cases : null;
    }
}
