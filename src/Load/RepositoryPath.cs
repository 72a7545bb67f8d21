namespace PolicyGate.Load;

/// <summary>Where the repository begins, and how its files are named: relative to it, with forward slashes.</summary>
public static class RepositoryPath
{
    /// <summary>
    /// The repository that holds a path: the nearest directory with a <c>.git</c>; without one, the working directory
    /// when it holds the path, else the path itself.
    /// </summary>
    /// <param name="path">A file or directory, absolute.</param>
    /// <param name="workingDirectory">Absolute.</param>
    public static string RootOf(string path, string workingDirectory)
    {
        string directory = Directory.Exists(path) ? path : Path.GetDirectoryName(path)!;
        for (DirectoryInfo? place = new(directory); place is not null; place = place.Parent)
        {
            if (Path.Exists(Path.Combine(place.FullName, ".git")))
            {
                return place.FullName;
            }
        }

        return IsWithin(directory, workingDirectory) ? workingDirectory : directory;
    }

    /// <summary>The name of a file: relative to the root, or absolute when it lies outside.</summary>
    public static string Of(string path, string root)
    {
        string relative = IsWithin(path, root) ? Path.GetRelativePath(root, path) : path;
        return relative.Replace('\\', '/');
    }

    /// <summary>The path is the directory or below it; both absolute.</summary>
    public static bool IsWithin(string path, string directory)
    {
        string relative = Path.GetRelativePath(directory, path);
        return relative != ".."
            && !relative.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !Path.IsPathRooted(relative);
    }
}
