using System.Collections.Immutable;
using PolicyGate.Cli.Setup;
using PolicyGate.Model.Assessments;

namespace PolicyGate.Cli.Check;

/// <summary>What <c>policygate check</c> was asked.</summary>
internal sealed record CheckOptions
{
    public required ImmutableArray<string> Paths { get; init; }

    public required ImmutableArray<string> Policies { get; init; }

    public required ImmutableArray<string> Waivers { get; init; }

    public required ImmutableArray<string> Environments { get; init; }

    /// <summary>The configuration; null for <c>policygate.yaml</c> at the repository's root.</summary>
    public string? Configuration { get; init; }

    public string? PolicyGlob { get; init; }

    public string? Profile { get; init; }

    public Severity? FailOn { get; init; }

    public string? ChangedSince { get; init; }

    public string? Baseline { get; init; }

    /// <summary>The revision to compare with where all findings count; null for none.</summary>
    public string? Compare { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required ImmutableArray<Output> Outputs { get; init; }

    /// <summary>The revision that policies, profiles, waivers and the configuration are taken from; null for the working tree.</summary>
    public string? PoliciesFrom { get; init; }

    /// <summary>The files with facts about the change and about images.</summary>
    public ImmutableArray<string> Facts { get; init; } = [];

    /// <summary>The commit that reports name as judged; null for none.</summary>
    public string? Commit { get; init; }

    public bool AllVerdicts { get; init; }

    public bool Fix { get; init; }

    public required HostingOptions Hosting { get; init; }
}
