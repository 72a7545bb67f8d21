namespace PolicyGate.Load.Files;

/// <summary>Symbolic links.</summary>
internal static class Links
{
    // As many as Linux follows: https://man7.org/linux/man-pages/man7/path_resolution.7.html.
    private const int MostLinks = 40;

    /// <summary>Whether a path, all links resolved, is still below a directory.</summary>
    public static bool StayIn(string directory, string path) =>
        RealPath(path) is { } real
        && RealPath(directory) is { } above
        && !Path.GetRelativePath(above, real).StartsWith("..", StringComparison.Ordinal);

    private static string? RealPath(string path)
    {
        string real = Path.GetPathRoot(path)!;
        Stack<string> steps = StepsOf(path[real.Length..]);
        int links = 0;
        while (steps.TryPop(out string? step))
        {
            string next = Path.GetFullPath(Path.Combine(real, step));
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MostLinks)
            {
                return null;
            }

            real = Path.IsPathRooted(target) ? Path.GetPathRoot(target)! : real;
            foreach (string inner in StepsOf(Path.IsPathRooted(target) ? target[real.Length..] : target).Reverse())
            {
                steps.Push(inner);
            }
        }

        return real;
    }

    private static Stack<string> StepsOf(string path)
    {
        char[] separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];
        return new(path.Split(separators, StringSplitOptions.RemoveEmptyEntries).Reverse());
    }
}
