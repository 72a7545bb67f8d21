using System.Collections.Immutable;

namespace PolicyGate.Model.Assessments;

/// <summary>
/// The immutable result of a run. Later stages annotate findings (waived, fix worked out) and never remove one.
/// Everything is in a stable order: the same inputs give the same bytes in every report.
/// </summary>
public sealed record Assessment
{
    public required Gate Gate { get; init; }

    /// <summary>The instant at which expiry and age were judged.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Findings below this severity do not close the gate.</summary>
    public required Severity FailOn { get; init; }

    public required string Profile { get; init; }

    public required ImmutableArray<EnvironmentSummary> Environments { get; init; }

    public required int Resources { get; init; }

    public required ImmutableArray<PolicySummary> Policies { get; init; }

    /// <summary>Every verdict with its evidence, passes too.</summary>
    public required ImmutableArray<Judgement> Judgements { get; init; }

    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>What became of each file that was met.</summary>
    public required ImmutableArray<FileAccount> Files { get; init; }

    /// <summary>The clusters that git was held against, by name; null for a run that was not to look at any.</summary>
    public ImmutableArray<ClusterSummary>? Clusters { get; init; }

    /// <summary>What the change did, as far as it was held against an earlier revision; else null.</summary>
    public BaselineComparison? Comparison { get; init; }

    /// <summary>What held the process in which foreign policies ran; null when all policies were those that ship.</summary>
    public IsolationSummary? Isolation { get; init; }
}

/// <summary>One environment in a run.</summary>
/// <param name="Name"><c>default</c> for what no descriptor claims.</param>
/// <param name="Descriptor">The file that declares it, or empty.</param>
/// <param name="Resources">How many objects it holds.</param>
public sealed record EnvironmentSummary(string Name, string Descriptor, int Resources);

/// <summary>What became of a file.</summary>
/// <param name="File">Relative to the repository root.</param>
/// <param name="Documents">How many of its documents were taken in as objects or settings.</param>
/// <param name="SetAside">Why it, or some of its documents, were not judged; empty when all were.</param>
public sealed record FileAccount(string File, int Documents, string SetAside);
