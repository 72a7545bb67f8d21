using PolicyGate.Load.Files;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Environments;

/// <summary>Which files one environment consists of.</summary>
internal sealed class Claim(Document descriptor)
{
    private readonly HashSet<string> files = new(StringComparer.Ordinal);

    public Document Descriptor { get; } = descriptor;

    public List<LoadProblem> Problems { get; } = [];

    /// <summary>What the descriptor calls it; one without a name is called after its file.</summary>
    public string Name =>
        Descriptor.Root["metadata.name"].Text is { Length: > 0 } name ? name : Descriptor.File;

    public bool Has(string file) => files.Contains(file);

    public void Add(IEnumerable<FoundFile> found) => files.UnionWith(found.Select(file => file.File));

    public void Add(IEnumerable<string> found) => files.UnionWith(found);
}
