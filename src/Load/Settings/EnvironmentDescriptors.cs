using System.Collections.Immutable;
using PolicyGate.Load.Manifests;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Settings;

/// <summary>
/// Checks environment descriptors. They are judged even when they have problems, which close the gate whatever the
/// policies say; what they declare is read through their nodes.
/// </summary>
internal static class EnvironmentDescriptors
{
    /// <param name="documents">All descriptors of the repository, in the order in which they claim their names.</param>
    public static IEnumerable<LoadProblem> Check(ImmutableArray<Document> documents) =>
    [
        .. CheckedDocument.Of(documents, OwnKinds.Environment, DescriptorChecks.Of)
            .SelectMany(descriptor => descriptor.Problems),
        .. NamespaceClaims.Check(documents),
    ];
}
