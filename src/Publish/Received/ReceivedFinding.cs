using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Publish.Received;

/// <summary>A finding of a report. All texts but those of the edits are one line without hidden characters.</summary>
public sealed record ReceivedFinding
{
    public required string Policy { get; init; }

    public required Severity Severity { get; init; }

    /// <summary><see cref="Outcome.Fail"/> or <see cref="Outcome.Error"/>.</summary>
    public required Outcome Verdict { get; init; }

    public required string Message { get; init; }

    public required string Environment { get; init; }

    /// <summary>Null for what is not an object.</summary>
    public required ResourceReference? Resource { get; init; }

    /// <summary>The file is empty, or relative to the repository's root and within it.</summary>
    public required Location Location { get; init; }

    public required string Fingerprint { get; init; }

    public required ImmutableArray<string> Controls { get; init; }

    /// <summary>What to do about it; may be empty.</summary>
    public required string Advice { get; init; }

    /// <summary>How its fix changes the files; empty when nobody knows.</summary>
    public required ImmutableArray<TextEdit> Edits { get; init; }

    /// <summary>Who accepted it; null when nobody did.</summary>
    public required ReceivedWaiver? Waiver { get; init; }

    public required Standing Standing { get; init; }

    public bool IsWaived => Waiver is not null;

    /// <inheritdoc cref="Finding.IsStanding"/>
    public bool IsStanding => !IsWaived && (Standing == Standing.Counts || Verdict == Outcome.Error);

    /// <inheritdoc cref="Finding.IsApart"/>
    public bool IsApart => !IsWaived && !IsStanding;
}

/// <summary>Who accepted a finding, why, until when.</summary>
public sealed record ReceivedWaiver(
    string Name, string Reason, string Ticket, string Owner, string Approver, DateOnly Expires);
