using System.Collections.Immutable;

namespace PolicyGate.Model.Estates;

/// <summary>
/// Where an estate is read from, so that a second process can read the same one. Paths are absolute.
/// </summary>
public abstract record EstateSource
{
    private EstateSource()
    {
    }

    /// <summary>The day for which it is judged, in UTC; null where age and expiry are not judged.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>Files and directories of a repository.</summary>
    /// <param name="Root">The repository's root; files are named relative to it.</param>
    /// <param name="Paths">What is read.</param>
    /// <param name="Excluded">Globs of files that are not.</param>
    public sealed record Repository(string Root, ImmutableArray<string> Paths, ImmutableArray<string> Excluded)
        : EstateSource
    {
        /// <summary>The files with facts about the change and about images.</summary>
        public ImmutableArray<string> Facts { get; init; } = [];
    }

    /// <summary>One case of a policy.</summary>
    /// <param name="Path">The file.</param>
    /// <param name="Name">How reports name it.</param>
    public sealed record Case(string Path, string Name) : EstateSource;

    /// <summary>What clusters really run of the environments of a repository.</summary>
    /// <param name="Desired">Says what environments there are.</param>
    /// <param name="Clusters">Where what is live was written down.</param>
    public sealed record Live(Repository Desired, ImmutableArray<LiveSource> Clusters) : EstateSource;
}

/// <summary>A snapshot, and the environments that are on its cluster.</summary>
/// <param name="Snapshot">The file, absolute.</param>
/// <param name="Environments">By name.</param>
public sealed record LiveSource(string Snapshot, ImmutableArray<string> Environments);
