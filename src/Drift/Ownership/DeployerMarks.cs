using System.Collections.Frozen;
using PolicyGate.Model;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Drift.Ownership;

/// <summary>Labels and annotations that deployers put on what they deploy, beside what git says.</summary>
internal static class DeployerMarks
{
    private static readonly FrozenSet<string> Names = DataList.Lines(typeof(DeployerMarks).Assembly, "deployer-marks.txt").ToFrozenSet(StringComparer.Ordinal);

    /// <param name="place">A field of the object.</param>
    public static bool Holds(Node place) => place.Route.Steps is [{ Key: "metadata" }, { Key: "labels" or "annotations" }, { Key: { } name }]
        && (Names.Contains(name) || Names.Contains(name[..Math.Max(0, name.IndexOf('/', StringComparison.Ordinal))]));
}
