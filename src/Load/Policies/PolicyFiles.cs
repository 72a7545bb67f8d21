using System.Collections.Immutable;
using System.IO.Enumeration;
using PolicyGate.Load.Files;
using PolicyGate.Model.Governance;

namespace PolicyGate.Load.Policies;

/// <summary>Finds policies in a directory. An id is a path: nothing is listed by hand.</summary>
public static class PolicyFiles
{
    private const string Extension = ".csx";

    private const string Cases = "cases";

    /// <summary>A policy of such a name would put its title on what the program itself has found.</summary>
    private static readonly string[] OwnFamilies = ["load", "waiver", "drift"];

    /// <summary>Hidden files too: none is skipped in silence.</summary>
    private static readonly EnumerationOptions Everywhere =
        new() { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <summary>
    /// Every policy below a directory, in the order of ids. A link is followed to a file of the repository or of the
    /// directory only: a change that brings one would else have this machine's files compiled, and quoted where they are
    /// no C#. Links to directories are not followed, so that no path leads round in a circle; each stands for a policy
    /// that cannot be read, or the policies behind it would be missing in silence.
    /// </summary>
    /// <param name="directory">The policies root, absolute.</param>
    /// <param name="root">
    /// The repository root, absolute; files are named relative to it. Those outside, such as the policies that ship, are
    /// named relative to what holds their directory: reports show no path of this machine.
    /// </param>
    public static ImmutableArray<PolicySource> Find(string directory, string root)
    {
        FileSystemEnumerable<FileSystemInfo> found = new(directory, (ref FileSystemEntry entry) => entry.ToFileSystemInfo(), Everywhere)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) =>
                entry.IsDirectory ? IsLink(ref entry) && entry.FileName is not Cases : entry.FileName.EndsWith(Extension),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !IsLink(ref entry) && !AreCases(ref entry),
        };
        return
        [
            .. found.Select(file => Read(file, directory, root)).OrderBy(policy => policy.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>Whether a directory is in the repository by its name only: a link leads out of it.</summary>
    /// <param name="directory">Absolute.</param>
    /// <param name="root">The repository root, absolute.</param>
    public static bool LeadsOut(string directory, string root) =>
        RepositoryPath.IsWithin(directory, root) && !Links.StayIn(root, directory);

    /// <summary>A directory of that name that lies beside no policy may hold policies like any other.</summary>
    private static bool AreCases(ref FileSystemEntry entry)
    {
        if (entry.FileName is not Cases)
        {
            return false;
        }

        string above = entry.Directory.ToString();
        return File.Exists(Path.Combine(above, Path.GetFileName(above) + Extension)) || File.Exists(above + Extension);
    }

    private static bool IsLink(ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) != 0;

    private static PolicySource Read(FileSystemInfo file, string directory, string root)
    {
        string relative = Path.GetRelativePath(directory, file.FullName);
        string name = NameOf(file.FullName, directory, root);
        bool isLink = (file.Attributes & FileAttributes.ReparsePoint) != 0;
        if (file is DirectoryInfo)
        {
            return Unread(relative.Replace('\\', '/'), name, "links to directories are not followed: put the policies here, or name their directory with --policies");
        }

        string id = IdOf(relative);
        if (OwnFamilies.Contains(id.Split('/')[0], StringComparer.Ordinal))
        {
            return Unread(id, name, $"the program's own findings are called {string.Join(", ", OwnFamilies.Select(family => $"{family}/…"))}: give the policy another name");
        }

        try
        {
            return isLink && !Links.StayIn(root, file.FullName) && !Links.StayIn(directory, file.FullName)
                ? Unread(id, name, "the file is a link that leads out of the repository, or nowhere: put the policy here")
                : new(id, name, TextOf(file.FullName));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            string reason = failure.Message.Replace(file.FullName, name, StringComparison.Ordinal);
            return Unread(id, name, $"the file cannot be read: {reason}");
        }
    }

    private static PolicySource Unread(string id, string name, string reason) => new(id, name, "") { Unreadable = reason };

    /// <summary>Of what is too long for a policy only so much that this can be told: anybody may have written it.</summary>
    private static string TextOf(string path)
    {
        using StreamReader reader = new(path);
        char[] text = new char[Math.Min(reader.BaseStream.Length, PolicySource.MostBytes + 1)];
        return new(text, 0, reader.ReadBlock(text));
    }

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
