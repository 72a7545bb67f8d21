using System.Collections.Immutable;
using PolicyGate.Load;
using PolicyGate.Load.Cases;
using PolicyGate.Load.Settings;
using PolicyGate.Load.Snapshots;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Live;

namespace PolicyGate.Worker;

/// <summary>Reads an estate as the parent does, so that nothing large has to cross the pipe.</summary>
internal static class EstateReader
{
    public static Estate Read(EstateSource source) => source switch
    {
        EstateSource.Case one => Read(PolicyCase.Read("", one.Path, one.Name, Expectation.Pass), one.Today),
        EstateSource.Repository repository => Read(repository),
        EstateSource.Live live => LiveEstate.Of(Read(live.Desired with { Today = live.Today }), live.Clusters.Select(Read)),
        _ => throw new InvalidOperationException($"an estate cannot be read from {source.GetType().Name}"),
    };

    /// <summary>The parent has read the same file; should it have changed since, the estates differ, which it notices.</summary>
    private static (Snapshot, ImmutableArray<string>) Read(LiveSource cluster) =>
        (SnapshotReader.ReadFile(cluster.Snapshot, SnapshotLimits.Default).Snapshot
            ?? throw new InvalidOperationException("a snapshot cannot be read any more"), cluster.Environments);

    private static Estate Read(PolicyCase one, DateOnly? today) => new(one.Estate, one.Change, today, one.Surroundings);

    /// <summary>The parent refuses facts with problems; should they have changed since, the estates differ, which it notices.</summary>
    private static Estate Read(EstateSource.Repository repository)
    {
        Collection collection = Loader.Collect(new()
        {
            Root = repository.Root,
            Paths = repository.Paths,
            Exclude = [.. repository.Excluded.Select(files => new Exclusion(files, ""))],
        });
        Facts facts = FactsReader.Read([.. repository.Facts.Select(file => (file, file))]).Value;
        return new(collection.Environments, facts.Change, repository.Today, collection.Surroundings with { ImageFacts = facts.Images });
    }
}
