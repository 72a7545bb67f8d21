using System.Collections.Immutable;
using PolicyGate.Drift.Ownership;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Drift.Fields;

/// <summary>In which way a field differs.</summary>
internal enum DifferenceKind
{
    /// <summary>Both have it, and not the same.</summary>
    Changed,

    /// <summary>Only git has it.</summary>
    Gone,

    /// <summary>Only the cluster has it: git had it once, and whoever deploys has not taken it away.</summary>
    Dropped,

    /// <summary>Only the cluster has it, from somebody who does not deploy git.</summary>
    AddedByHand,
}

/// <summary>A field that differs.</summary>
/// <param name="Kind">In which way.</param>
/// <param name="Git">Its place in git, there or not.</param>
/// <param name="Live">Its place in the cluster, there or not.</param>
/// <param name="Managers">Who owns it in the cluster, as far as that is known.</param>
/// <param name="IsHidden">Its values are shown to nobody.</param>
internal sealed record Difference(
    DifferenceKind Kind, Node Git, Node Live, ImmutableArray<FieldOwner> Managers, bool IsHidden = false)
{
    /// <summary>Some of them are hands, or tools that nobody knows.</summary>
    public bool IsByHand { get; init; }
}
