using System.Collections.Immutable;

namespace PolicyGate.Model.Assessments;

/// <summary>One policy's verdict on one subject, as plain data.</summary>
public sealed record Judgement
{
    public required string Policy { get; init; }

    public required string Environment { get; init; }

    public required ResourceReference? Resource { get; init; }

    /// <summary>What was judged, for people: <c>container odoo of Deployment erp-prod/odoo</c>.</summary>
    public required string Subject { get; init; }

    public required Outcome Outcome { get; init; }

    /// <summary>Why it does not apply, or why it could not be judged; else empty.</summary>
    public required string Reason { get; init; }

    public required ImmutableArray<Evidence> Evidence { get; init; }
}
