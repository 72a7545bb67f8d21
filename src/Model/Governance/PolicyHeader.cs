using System.Collections.Immutable;
using PolicyGate.Model.Assessments;

namespace PolicyGate.Model.Governance;

/// <summary>What a policy says of itself, as plain data.</summary>
public sealed record PolicyHeader
{
    public required string Id { get; init; }

    /// <summary>Relative to the repository root, with forward slashes.</summary>
    public required string File { get; init; }

    public required string Title { get; init; }

    /// <summary>Why the policy exists, in plain words.</summary>
    public required string Reason { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>Such as <c>NIST 800-53 SC-6</c>.</summary>
    public required ImmutableArray<string> Controls { get; init; }

    public required string Remediation { get; init; }

    /// <summary>For people, and worked out when somebody wants to see them.</summary>
    public required Lazy<ParameterDescription[]> Parameters { get; init; }
}

/// <summary>A parameter of a policy, for people.</summary>
public sealed record ParameterDescription(string Name, string Type, string Default);
