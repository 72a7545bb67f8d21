using PolicyGate.Load.Files;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Environments;

/// <summary>
/// Reads a kustomization and those it builds on as far as that goes without rendering: which files they deploy. See
/// https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/.
/// </summary>
internal sealed class KustomizationReader(string root, SourceFiles files, Node source)
{
    private static readonly string[] FileNames = ["kustomization.yaml", "kustomization.yml", "Kustomization"];

    // Fields that deploy files as they stand; all others change what is deployed.
    private static readonly string[] Resources = ["resources", "bases", "components"];
    private static readonly string[] Harmless = ["apiVersion", "kind", "metadata", "sortOptions", "crds", "openapi"];

    private readonly HashSet<string> visited = new(StringComparer.Ordinal);
    private string? whyRender;

    public List<FoundFile> Found { get; } = [];

    public List<LoadProblem> Problems { get; } = [];

    public void Read(string directory)
    {
        if (!Visit(directory))
        {
            Problems.Add(SourceProblems.KustomizationMissing(source));
        }

        if (whyRender is not null)
        {
            Problems.Add(SourceProblems.KustomizeNotRendered(source, whyRender));
        }
    }

    /// <summary>False when the directory holds no kustomization.</summary>
    private bool Visit(string directory)
    {
        if (!visited.Add(directory))
        {
            return true;
        }

        if (FileNames.Select(name => Paths.Join(directory, name)!).FirstOrDefault(Exists) is not { } file)
        {
            return false;
        }

        files.Read([Named(file)]);
        if (files[file].Documents is [var document, ..])
        {
            Follow(document.Root, directory);
        }

        return true;
    }

    private void Follow(Node kustomization, string directory)
    {
        foreach (Node field in kustomization.Fields.Where(field => field.Count > 0 || field.IsScalar))
        {
            if (Resources.Contains(field.Name))
            {
                foreach (Node entry in field.Items)
                {
                    FollowEntry(entry, directory);
                }
            }
            else if (!Harmless.Contains(field.Name))
            {
                whyRender ??= $"{field.Location.File} has {field.Name}";
            }
        }
    }

    private void FollowEntry(Node entry, string directory)
    {
        if (IsRemote(entry.Text))
        {
            whyRender ??= $"{entry.Location.File} fetches {entry.Text}";
        }
        else if (Paths.Join(directory, entry.Text) is not { } path)
        {
            Problems.Add(SourceProblems.Missing(entry));
        }
        else if (Directory.Exists(Path.Combine(root, path)))
        {
            if (!Visit(path))
            {
                Problems.Add(SourceProblems.KustomizationMissing(entry));
            }
        }
        else if (Exists(path))
        {
            Found.Add(Named(path));
        }
        else
        {
            Problems.Add(SourceProblems.Missing(entry));
        }
    }

    /// <summary>https://github.com/kubernetes-sigs/kustomize/blob/master/examples/remoteBuild.md</summary>
    private static bool IsRemote(string entry) =>
        entry.Contains("://", StringComparison.Ordinal)
        || entry.StartsWith("git@", StringComparison.Ordinal)
        || entry.StartsWith("github.com/", StringComparison.Ordinal)
        || entry.Contains("?ref=", StringComparison.Ordinal);

    private bool Exists(string file) => File.Exists(Path.Combine(root, file));

    private FoundFile Named(string file) => new(file, Paths.Absolute(root, file), IsNamed: true);
}
