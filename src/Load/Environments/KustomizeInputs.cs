using PolicyGate.Load.Files;
using PolicyGate.Load.Manifests;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Environments;

/// <summary>
/// Files that a kustomization reads and does not deploy as they are: patches, sources of generators, configurations.
/// What any kustomization names as a resource is deployed, and stays a manifest.
/// See https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/.
/// </summary>
internal sealed class KustomizeInputs
{
    private static readonly string[] PathLists =
        ["patchesStrategicMerge", "generators", "transformers", "validators", "configurations", "crds"];

    private static readonly string[] ListsOfPaths = ["patches", "patchesJson6902", "replacements"];

    private static readonly string[] Generators = ["configMapGenerator", "secretGenerator"];

    private readonly HashSet<string> inputs = new(StringComparer.Ordinal);
    private readonly HashSet<string> resources = new(StringComparer.Ordinal);

    public static KustomizeInputs Of(IEnumerable<Document> documents)
    {
        KustomizeInputs found = new();
        foreach (Document document in documents.Where(IsKustomization))
        {
            found.Add(document);
        }

        return found;
    }

    public static bool IsKustomization(Document document) =>
        PathRules.IsKustomization(document.File)
        || ObjectHeader.GroupOf(document.Root.Field("apiVersion").Text) == DocumentKinds.KustomizeGroup;

    public bool Contains(string file) => inputs.Contains(file) && !resources.Contains(file);

    private void Add(Document kustomization)
    {
        string directory = Paths.DirectoryOf(kustomization.File);
        Node root = kustomization.Root;
        AddAll(inputs, directory, InputPaths(root));
        AddAll(resources, directory, root.Field("resources").Texts.Concat(root.Field("bases").Texts));
    }

    private static IEnumerable<string> InputPaths(Node root) =>
    [
        .. PathLists.SelectMany(list => root.Field(list).Texts),
        .. ListsOfPaths.SelectMany(list => root.Field(list).Items).Select(item => item.Field("path").Text),
        .. Generators.SelectMany(list => root.Field(list).Items).SelectMany(GeneratorPaths),
        .. root.Field("helmCharts").Items.Select(chart => chart.Field("valuesFile").Text),
        root.Field("openapi").Field("path").Text,
    ];

    /// <summary>An entry of <c>files</c> may name its key: <c>app.yaml=config/app.yaml</c>.</summary>
    private static IEnumerable<string> GeneratorPaths(Node generator) =>
        generator.Field("files").Texts.Select(entry => entry[(entry.IndexOf('=', StringComparison.Ordinal) + 1)..]);

    private static void AddAll(HashSet<string> files, string directory, IEnumerable<string> paths)
    {
        foreach (string path in paths)
        {
            if (path.Length > 0 && Paths.Join(directory, path) is { } file)
            {
                files.Add(file);
            }
        }
    }
}
