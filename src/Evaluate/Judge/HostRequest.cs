using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Governance;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Evaluate.Judge;

/// <summary>What policies are asked.</summary>
public sealed record HostRequest
{
    public required Estate Estate { get; init; }

    public required ImmutableArray<PlannedPolicy> Policies { get; init; }

    /// <summary>Answer with passes too, not only with their number.</summary>
    public bool KeepPasses { get; init; }
}

/// <summary>A policy and the environments it applies to.</summary>
public sealed record PlannedPolicy(PolicyHeader Policy, IReadOnlyDictionary<Environment, Application> Applications);

/// <summary>How one policy applies to one environment.</summary>
/// <param name="Severity">Of its findings there.</param>
/// <param name="Parameters">Names and values; where a name comes twice, the later one counts.</param>
public sealed record Application(Severity Severity, ImmutableArray<Node> Parameters);
