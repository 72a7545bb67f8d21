using System.Collections.Immutable;

namespace PolicyGate.Model.Assessments;

/// <summary>An assessment held against that of an earlier revision.</summary>
public sealed record BaselineComparison
{
    /// <summary>The commit that it was held against.</summary>
    public required string Revision { get; init; }

    /// <summary>How many findings the change brings, waived ones aside.</summary>
    public required int Introduced { get; init; }

    /// <summary>How many were there before and still are.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Findings of the earlier revision that are gone, at the lines that they had there.</summary>
    public required ImmutableArray<Finding> Fixed { get; init; }

    /// <summary>Names of environments that hold the same on both sides and have the same findings.</summary>
    public required ImmutableArray<string> Unaffected { get; init; }
}
