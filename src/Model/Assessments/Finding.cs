using System.Collections.Immutable;
using PolicyGate.Model.Governance;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Assessments;

/// <summary>What somebody has to look at: a verdict that is not a pass, or a problem met while loading.</summary>
public sealed record Finding
{
    /// <summary>The policy's id, or <c>load/…</c>, <c>waiver/…</c> for what the gate itself found.</summary>
    public required string Policy { get; init; }

    public required Severity Severity { get; init; }

    /// <summary><see cref="Outcome.Fail"/> or <see cref="Outcome.Error"/>.</summary>
    public required Outcome Verdict { get; init; }

    /// <summary>Why a policy gave no verdict; null for everything else.</summary>
    public ErrorCode? Code { get; init; }

    public required string Message { get; init; }

    /// <summary>The environment's name, or empty for what belongs to none.</summary>
    public required string Environment { get; init; }

    public ResourceReference? Resource { get; init; }

    public required Location Location { get; init; }

    /// <summary>Stays the same when lines move, so that two runs can be compared.</summary>
    public required string Fingerprint { get; init; }

    public ImmutableArray<string> Controls { get; init; } = [];

    public string Remediation { get; init; } = "";

    public Fix? Fix { get; init; }

    /// <summary>Who accepted it; a waived finding stays in every report, marked.</summary>
    public Waiver? Waiver { get; init; }

    public Standing Standing { get; init; }

    /// <summary>Where it is; null where git was held against no cluster, and for what is no verdict of a policy.</summary>
    public Side? Side { get; init; }

    public bool IsWaived => Waiver is not null;

    /// <summary>
    /// It keeps the gate from being open, as far as its severity lets it. What could not be judged always does: nobody
    /// knows what a change did to it.
    /// </summary>
    public bool IsStanding => !IsWaived && (Standing == Standing.Counts || Verdict == Outcome.Error);

    /// <summary>Nobody accepted it, and yet it does not count: it was there before, or lies outside the change.</summary>
    public bool IsApart => !IsWaived && !IsStanding;
}
