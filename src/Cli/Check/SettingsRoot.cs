using PolicyGate.Load;

namespace PolicyGate.Cli.Check;

/// <summary>
/// Where policies, profiles, waivers and the configuration are read: in the working tree, or in an earlier revision, so
/// that a change is not judged by policies of its own.
/// </summary>
/// <param name="Directory">What stands for the repository's root, absolute.</param>
/// <param name="Tree">The root of the working tree, absolute.</param>
internal sealed record SettingsRoot(string Directory, string Tree)
{
    public bool IsEarlier => Directory != Tree;

    /// <summary>A path of the working tree, there. One outside of the repository stays what it is.</summary>
    /// <exception cref="UsageException">The revision does not have it.</exception>
    public string Existing(string path) => !IsEarlier || Path.Exists(Place(path))
        ? Place(path)
        : throw new UsageException($"the revision that --policies-from names has no '{path}'");

    /// <summary>A path of the working tree, there, whether it is there or not.</summary>
    public string Place(string path)
    {
        if (!IsEarlier)
        {
            return path;
        }

        string full = Path.GetFullPath(path);
        return RepositoryPath.IsWithin(full, Tree)
            ? Path.GetFullPath(Path.Combine(Directory, Path.GetRelativePath(Tree, full)))
            : full;
    }
}
