using PolicyGate.Load.Files;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Environments;

/// <summary>Looks for the files that descriptors name as runbooks and evidence. What is in them is for people.</summary>
internal static class NamedFiles
{
    /// <summary>Those that exist and are not empty, as they are written in the descriptor.</summary>
    /// <param name="descriptor">Names them, from its own directory or else from the root.</param>
    /// <param name="root">The repository's, absolute.</param>
    public static IReadOnlyCollection<string> Existing(Document descriptor, string root) =>
    [
        .. EnvironmentContents.FilesNamedBy(descriptor)
            .Select(place => place.Text)
            .Where(name => IsThere(root, Paths.DirectoryOf(descriptor.File), name) || IsThere(root, "", name)),
    ];

    /// <summary>A directory of evidence counts where something is in it.</summary>
    private static bool IsThere(string root, string directory, string name)
    {
        if (name.Contains('\0', StringComparison.Ordinal) || Paths.Join(directory, name) is not { Length: > 0 } file)
        {
            return false;
        }

        FileInfo found = new(Paths.Absolute(root, file));
        bool isThere = found.Exists ? found.Length > 0 : Directory.Exists(found.FullName) && HasFiles(found.FullName);
        return isThere && Links.StayIn(root, found.FullName);
    }

    private static bool HasFiles(string directory) =>
        new DirectoryInfo(directory).EnumerateFiles().Any(file => file.Length > 0);
}
