using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Governance;

/// <summary>Which policies apply to which environments, with which parameters and severities.</summary>
/// <param name="Name">How it is called by <c>--profile</c>.</param>
/// <param name="Rules">In order; what several say of the same policy and environment, the last one decides.</param>
/// <param name="Location">Where it is written.</param>
public sealed record Profile(string Name, ImmutableArray<ProfileRule> Rules, Location Location);

/// <summary>One entry of a profile.</summary>
public sealed record ProfileRule
{
    public required EnvironmentSelector Environments { get; init; }

    /// <summary>Globs over policy ids, such as <c>pod-security/baseline/*</c>.</summary>
    public required ImmutableArray<string> Policies { get; init; }

    /// <summary>False switches the policies off here.</summary>
    public required bool Enabled { get; init; }

    /// <summary>Null leaves the policy's own severity.</summary>
    public Severity? Severity { get; init; }

    /// <summary>A mapping of parameter names to values, or missing.</summary>
    public required Node Parameters { get; init; }

    public required Location Location { get; init; }
}

/// <summary>Environments by what they declare. An empty list admits any; all lists must admit.</summary>
public sealed record EnvironmentSelector
{
    public ImmutableArray<string> Names { get; init; } = [];

    public ImmutableArray<string> Classes { get; init; } = [];

    public ImmutableArray<string> Isolations { get; init; } = [];

    public ImmutableArray<string> Data { get; init; } = [];

    public ImmutableArray<string> Criticalities { get; init; } = [];

    public ImmutableArray<string> Entities { get; init; } = [];
}
