namespace PolicyGate.Load.Settings;

/// <summary>Paths that a file mentions.</summary>
internal static class RelativePath
{
    /// <summary>
    /// Where such a path leads, seen from the repository root; empty for the root itself, null when
    /// it would leave the repository. It is taken from the directory of the file; symbolic links are not followed here.
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
