using System.Collections.Immutable;
using PolicyGate.Load.Settings;

namespace PolicyGate.Load;

/// <summary>What to load.</summary>
public sealed record LoadOptions
{
    /// <summary>The repository's root, absolute. All files are named relative to it.</summary>
    public required string Root { get; init; }

    /// <summary>Files and directories, absolute or relative to <see cref="Root"/>.</summary>
    public required ImmutableArray<string> Paths { get; init; }

    /// <summary>Files that are not read unless they are named themselves.</summary>
    public ImmutableArray<Exclusion> Exclude { get; init; } = [];

    public LoadLimits Limits { get; init; } = LoadLimits.Default;

    /// <summary>Called from any thread with the number of files read so far and the number known.</summary>
    public Action<int, int>? Progress { get; init; }

    /// <summary>
    /// Whether <c>spec.sources</c> of environment descriptors are read. If not, a descriptor claims what stands below
    /// its directory among <see cref="Paths"/>, which is how a policy's cases are read, each file alone.
    /// </summary>
    public bool FollowSources { get; init; } = true;
}
