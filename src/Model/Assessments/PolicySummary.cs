using System.Collections.Immutable;

namespace PolicyGate.Model.Assessments;

/// <summary>One policy in a run: what it is, and how its subjects fared.</summary>
public sealed record PolicySummary
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required Severity Severity { get; init; }

    public required ImmutableArray<string> Controls { get; init; }

    public required string Remediation { get; init; }

    /// <summary>Why the policy exists, in plain words; from the comment at its head.</summary>
    public required string Reason { get; init; }

    public required int Pass { get; init; }

    public required int Fail { get; init; }

    public required int Waived { get; init; }

    public required int Error { get; init; }

    public required int NotApplicable { get; init; }

    /// <summary>How many subjects it was asked about.</summary>
    public int Subjects => Pass + Fail + Waived + Error + NotApplicable;

    /// <summary>It met no subject that it could judge: shown, never counted as passed.</summary>
    public bool IsVacuous => Pass + Fail + Waived + Error == 0;
}
