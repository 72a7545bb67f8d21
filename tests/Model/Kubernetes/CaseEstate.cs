using PolicyGate.Load;
using PolicyGate.Load.Yaml;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;
using PolicyGate.Tests;

namespace PolicyGate.Model.Tests.Kubernetes;

/// <summary>
/// The files beside the tests: <c>cases/name.yaml</c> is an estate, <c>cases/name.expected</c> what the model makes of
/// it. A descriptor claims the documents that follow it.
/// </summary>
internal static class CaseEstate
{
    private static readonly string Directory = Repository.At("tests", "Model", "Kubernetes", "cases");

    public static Estate Read(string name)
    {
        YamlFile file = YamlReader.Read(name, Text($"{name}.yaml"), LoadLimits.Default);
        file.Problems.ShouldBeEmpty();
        Document? descriptor = null;
        List<(Document? Descriptor, Node Manifest)> claimed = [];
        foreach (Document document in file.Documents)
        {
            bool isDescriptor = document.Root["apiVersion"].Text == "policygate.dev/v1";
            descriptor = isDescriptor ? document : descriptor;
            if (!isDescriptor)
            {
                claimed.Add((descriptor, document.Root));
            }
        }

        return new(claimed.GroupBy(one => one.Descriptor, (owner, manifests) => new EnvironmentContents(
            owner?.Root["metadata.name"].Text ?? "default", owner, [.. manifests.Select(one => one.Manifest)])));
    }

    /// <summary>The lines of the expectation; those that start with <c>#</c> are for the reader.</summary>
    public static string Expected(string name) => string.Join(
        '\n',
        Text($"{name}.expected").Split('\n').Where(line => line.Length > 0 && !line.StartsWith('#')));

    /// <summary>A place as a reader of the file finds it.</summary>
    public static string Line(Node place) => FormattableString.Invariant($"{place.Location.Span.StartLine,3}");

    public static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private static string Text(string file) => File.ReadAllText(Path.Combine(Directory, file)).ReplaceLineEndings("\n");
}
