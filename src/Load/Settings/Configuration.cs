using System.Collections.Immutable;
using PolicyGate.Load.Environments;
using PolicyGate.Model.Assessments;

namespace PolicyGate.Load.Settings;

/// <summary>
/// What <c>policygate.yaml</c> says, before the options of the command line overrule it. Paths are from the repository
/// root, with forward slashes, and inside the repository; empty for the root itself.
/// </summary>
public sealed record Configuration
{
    /// <summary>Directories of policies; empty when nothing is said.</summary>
    public ImmutableArray<string> Policies { get; init; } = [];

    /// <summary>The profile to judge by, or null when nothing is said.</summary>
    public string? Profile { get; init; }

    /// <summary>Directories or files of profiles.</summary>
    public ImmutableArray<string> Profiles { get; init; } = [];

    /// <summary>Directories or files of waivers.</summary>
    public ImmutableArray<string> Waivers { get; init; } = [];

    /// <summary>Directories or files of descriptors that are read whatever paths are checked.</summary>
    public ImmutableArray<string> Environments { get; init; } = [];

    /// <summary>Findings below it do not close the gate; null when nothing is said.</summary>
    public Severity? FailOn { get; init; }

    public ImmutableArray<Exclusion> Exclude { get; init; } = [];
}

/// <summary>Files that are not collected.</summary>
/// <param name="Files">
/// A glob over paths from the repository root: <c>*</c> within a directory, <c>**</c> across them.
/// </param>
/// <param name="Reason">Shown wherever the files are counted.</param>
public sealed record Exclusion(string Files, string Reason)
{
    /// <param name="file">Its path from the repository root.</param>
    public bool Covers(string file) => Glob.Matches(Files, file);
}
