namespace PolicyGate.Load.Settings;

/// <summary>Paths of the repository, from its root and with forward slashes.</summary>
public static class RepositoryPath
{
    /// <summary>
    /// Where a path leads that a file mentions, relative to the file's directory; empty for the root itself, null when
    /// it would leave the repository. Symbolic links are not followed here.
    /// </summary>
    public static string? Resolve(string file, string path)
    {
        Stack<string> steps = new(file.Split('/').SkipLast(1));
        foreach (string step in path.Split('/').Where(step => step is not ("" or ".")))
        {
            if (step != "..")
            {
                steps.Push(step);
            }
            else if (!steps.TryPop(out _))
            {
                return null;
            }
        }

        return string.Join('/', steps.Reverse());
    }
}
