using System.Collections.Immutable;

namespace PolicyGate.CodeHost.Facts;

/// <summary>Which change the facts are wanted of.</summary>
public sealed record ChangeQuestion
{
    public required ChangeEvent Event { get; init; }

    /// <summary>Teams whose members matter besides those of CODEOWNERS: <c>erp-approvers</c> or <c>octo/erp-approvers</c>.</summary>
    public ImmutableArray<string> Teams { get; init; } = [];

    public required DateTimeOffset CollectedAt { get; init; }

    /// <summary>When the change is looked at.</summary>
    public required DateTimeOffset Instant { get; init; }

    /// <summary>Names of the IANA time zone database whose offset is wanted.</summary>
    public required IEnumerable<string> ZoneNames { get; init; }
}
