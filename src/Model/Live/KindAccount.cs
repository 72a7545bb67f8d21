using System.Collections.Immutable;

namespace PolicyGate.Model.Live;

/// <summary>What became of a kind.</summary>
public enum KindOutcome
{
    /// <summary>All its objects are in the snapshot.</summary>
    Read,

    /// <summary>It could not be read: whether there are objects, nobody knows.</summary>
    Unknown,

    /// <summary>It was not to be read.</summary>
    LeftOut,
}

/// <summary>What became of a kind, or of all of a group version.</summary>
public sealed record KindAccount
{
    /// <summary>Empty for the core group.</summary>
    public required string Group { get; init; }

    /// <summary>In which its objects were read.</summary>
    public required string Version { get; init; }

    /// <summary>The plural in addresses; <c>*</c> for all kinds of the group version.</summary>
    public required string Resource { get; init; }

    /// <summary>Empty where <see cref="Resource"/> is <c>*</c>.</summary>
    public required string Kind { get; init; }

    public required bool IsNamespaced { get; init; }

    /// <summary>All that the cluster serves, the preferred one first.</summary>
    public required ImmutableArray<string> Versions { get; init; }

    public required KindOutcome Outcome { get; init; }

    /// <summary>Empty when it was read as a rule; where it was read on wish, why that is no rule.</summary>
    public string Why { get; init; } = "";

    public int Objects { get; init; }

    /// <summary>As <c>kubectl api-resources</c> names it: <c>deployments.apps</c>.</summary>
    public override string ToString() => Group.Length == 0 ? Resource : $"{Resource}.{Group}";
}
