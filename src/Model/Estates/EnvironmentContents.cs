using System.Collections.Immutable;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Estates;

/// <summary>What was collected for one environment, before anything is made of it.</summary>
/// <param name="Name"><c>metadata.name</c> of the descriptor, or <c>default</c>.</param>
/// <param name="Descriptor">The descriptor's document, or null for the default environment.</param>
/// <param name="Manifests">The root of every object; an item of a <c>List</c> is one too.</param>
public sealed record EnvironmentContents(string Name, Document? Descriptor, ImmutableArray<Node> Manifests)
{
    /// <summary>
    /// Which of <see cref="FilesNamedBy"/> exist and are not empty, as they are written; null where nobody looked.
    /// </summary>
    public IReadOnlyCollection<string>? ExistingFiles { get; init; }

    /// <summary>Where a descriptor points at files of its repository: runbooks and evidence.</summary>
    public static IEnumerable<Node> FilesNamedBy(Document descriptor)
    {
        Node spec = descriptor.Root["spec"];
        return new[] { spec["recovery.evidence"], spec["recovery.runbook"] }
            .Concat(spec["evidence"].Fields)
            .Where(place => place.IsScalar);
    }
}
