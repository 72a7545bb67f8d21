using System.Collections.Immutable;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Changes;

/// <summary>
/// The places of the repository that an environment is made of: the files of its objects and what lies beside them, and
/// what its descriptor names as sources. Wider rather than narrower: a file that is gone left no object behind.
/// </summary>
internal sealed class Territory
{
    private readonly HashSet<string> directories;
    private readonly ImmutableArray<string> roots;

    /// <param name="environment">Whose.</param>
    /// <param name="factsFile">A case, which holds facts too, stands for a repository of its own, at its root.</param>
    public Territory(Estates.Environment environment, string factsFile)
    {
        IEnumerable<string> files = environment.Resources.Select(resource => resource.Node.Document.File);
        directories = files.Select(DirectoryOf).ToHashSet(StringComparer.Ordinal);
        roots = environment.IsDeclared ? [.. RootsOf(environment.Node, factsFile)] : [];
    }

    public bool Holds(ChangedFile file) => Holds(file.Path) || (file.PreviousPath.Length > 0 && Holds(file.PreviousPath));

    private bool Holds(string path) =>
        directories.Contains(DirectoryOf(path))
        || roots.Any(root => root.Length == 0 || path == root || path.StartsWith($"{root}/", StringComparison.Ordinal));

    /// <summary>The descriptor, and its directory unless it names sources, whose paths lead from there or from the repository's root.</summary>
    private static IEnumerable<string> RootsOf(Node descriptor, string factsFile)
    {
        string file = descriptor.Document.File;
        string directory = file == factsFile ? "" : DirectoryOf(file);
        Node sources = descriptor["spec.sources"];
        IEnumerable<string> paths = sources.Items.SelectMany(PathsOf).Select(UpToGlob);
        return sources.Count == 0
            ? [file, directory]
            : [file, .. paths.Select(path => RepositoryPath.Of("", path)), .. paths.Select(path => RepositoryPath.Of(directory, path))];
    }

    private static IEnumerable<string> PathsOf(Node source) =>
        [.. new[] { source["path"], source["kustomize"], source["helm"] }.Where(path => path.Exists).Select(path => path.Text), .. source["values"].Texts];

    /// <summary>The directory above the first <c>*</c>.</summary>
    private static string UpToGlob(string path) =>
        path.IndexOf('*', StringComparison.Ordinal) is >= 0 and int star ? DirectoryOf(path[..star]) : path;

    private static string DirectoryOf(string path) =>
        path.LastIndexOf('/') is >= 0 and int slash ? path[..slash] : "";
}
