using PolicyGate.Load.Yaml;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Files;

/// <summary>
/// Finds the YAML and JSON files below paths, in ordinal order, each once. Links to directories are not followed, so
/// that no path leads out of the repository or round in a circle.
/// </summary>
internal sealed class FileFinder(string root)
{
    private readonly Dictionary<string, FoundFile> files = new(StringComparer.Ordinal);

    public FoundFile[] Files
    {
        get
        {
            FoundFile[] found = [.. files.Values];
            Array.Sort(found, (left, right) => string.CompareOrdinal(left.File, right.File));
            return found;
        }
    }

    /// <summary>Directories that were not entered.</summary>
    public List<FileAccount> SkippedDirectories { get; } = [];

    public List<LoadProblem> Problems { get; } = [];

    /// <param name="path">A file, which is taken whatever its name, or a directory; absolute or relative to the root.</param>
    public void Find(string path)
    {
        string absolute = Paths.Absolute(root, path);
        if (Directory.Exists(absolute))
        {
            Walk(new DirectoryInfo(absolute));
        }
        else
        {
            string file = Paths.Relative(root, absolute);
            files[file] = new(file, absolute, IsNamed: true);
        }
    }

    private void Walk(DirectoryInfo start)
    {
        Stack<DirectoryInfo> open = new([start]);
        while (open.TryPop(out DirectoryInfo? directory))
        {
            string name = Paths.Relative(root, directory.FullName);
            string prefix = name is "" or [.., '/'] ? name : name + "/";
            foreach (FileSystemInfo entry in EntriesOf(directory))
            {
                if (entry is DirectoryInfo inner)
                {
                    Enter(inner, open);
                }
                else if (IsYamlOrJson(entry.Name))
                {
                    string file = prefix + entry.Name;
                    files.TryAdd(file, new(file, entry.FullName, IsNamed: false));
                }
            }
        }
    }

    private void Enter(DirectoryInfo directory, Stack<DirectoryInfo> open)
    {
        SetAsideReason reason = directory switch
        {
            { Name: ".git" } => SetAsideReason.HiddenDirectory,
            _ when directory.Attributes.HasFlag(FileAttributes.ReparsePoint) => SetAsideReason.LinkedDirectory,
            { Name: "node_modules" or ['.', ..] } => SetAsideReason.HiddenDirectory,
            _ => SetAsideReason.None,
        };

        if (reason == SetAsideReason.None)
        {
            open.Push(directory);
        }
        else if (directory.Name != ".git")
        {
            string path = Paths.Relative(root, directory.FullName) + "/";
            SkippedDirectories.Add(new(path, Manifests: 0, Settings: 0, SetAside: 1, reason, Problems: 0));
        }
    }

    private FileSystemInfo[] EntriesOf(DirectoryInfo directory)
    {
        try
        {
            return directory.GetFileSystemInfos();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            string path = Paths.Relative(root, directory.FullName);
            string reason = failure.Message.Replace(directory.FullName, path, StringComparison.Ordinal);
            Problems.Add(UnreadableProblem.Of(path, $"The directory cannot be listed: {reason}"));
            return [];
        }
    }

    private static bool IsYamlOrJson(string name) =>
        name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A file to read.</summary>
/// <param name="File">Its repository path.</param>
/// <param name="Absolute">Where it is on this machine.</param>
/// <param name="IsNamed">Somebody named this very file, so no rule about names sets it aside.</param>
internal sealed record FoundFile(string File, string Absolute, bool IsNamed);

/// <summary>A file or directory that could not be read, so that nothing is known of it.</summary>
internal static class UnreadableProblem
{
    public static LoadProblem Of(string file, string message) => new(
        LoadProblemIds.Unreadable,
        Severity.High,
        Outcome.Error,
        new Location(file, "", Span.Start),
        message,
        "Make it readable, or leave it out of the checked paths.");
}
