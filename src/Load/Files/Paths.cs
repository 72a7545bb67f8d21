namespace PolicyGate.Load.Files;

/// <summary>Repository paths: relative to the root, with forward slashes, empty for the root itself.</summary>
internal static class Paths
{
    public static string Relative(string root, string path)
    {
        string relative = Path.GetRelativePath(root, path);
        return relative == "." ? "" : relative.Replace(Path.DirectorySeparatorChar, '/');
    }

    public static string Absolute(string root, string path) =>
        Path.GetFullPath(Path.Combine(root, path));

    public static string DirectoryOf(string path)
    {
        int slash = path.LastIndexOf('/');
        return slash < 0 ? "" : path[..slash];
    }

    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>Joins and resolves <c>.</c> and <c>..</c>; null when that leads out of the repository.</summary>
    public static string? Join(string directory, string path)
    {
        List<string> steps = [.. directory.Split('/', StringSplitOptions.RemoveEmptyEntries)];
        foreach (string step in path.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == "..")
            {
                if (steps is [] or [.., ".."])
                {
                    return null;
                }

                steps.RemoveAt(steps.Count - 1);
            }
            else if (step != ".")
            {
                steps.Add(step);
            }
        }

        return string.Join('/', steps);
    }

    public static bool IsBelow(string path, string directory) =>
        directory.Length == 0
        || (path.Length > directory.Length
            && path[directory.Length] == '/'
            && path.StartsWith(directory, StringComparison.Ordinal));
}
