using System.Collections.Immutable;
using PolicyGate.Load;
using PolicyGate.Load.Cases;
using PolicyGate.Load.Settings;
using PolicyGate.Load.Snapshots;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Live;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Worker;

/// <summary>Reads an estate as the parent does, so that nothing large has to cross the pipe.</summary>
internal static class EstateReader
{
    public static Estate Read(EstateSource source) => source switch
    {
        EstateSource.Case one => Read(PolicyCase.Read("", one.Path, one.Name, Expectation.Pass), one.Today),
        EstateSource.Repository repository => new(EnvironmentsOf(repository), ChangeOf(repository), repository.Today),
        EstateSource.Live live => LiveEstate.Of(Read(live.Desired with { Today = live.Today }), live.Clusters.Select(Read)),
        _ => throw new InvalidOperationException($"an estate cannot be read from {source.GetType().Name}"),
    };

    /// <summary>The parent has read the same file; should it have changed since, the estates differ, which it notices.</summary>
    private static (Snapshot, ImmutableArray<string>) Read(LiveSource cluster) =>
        (SnapshotReader.ReadFile(cluster.Snapshot, SnapshotLimits.Default).Snapshot
            ?? throw new InvalidOperationException("a snapshot cannot be read any more"), cluster.Environments);

    private static Estate Read(PolicyCase one, DateOnly? today) => new(one.Estate, one.Change, today);

    private static ImmutableArray<EnvironmentContents> EnvironmentsOf(EstateSource.Repository repository) => Loader.Collect(new()
    {
        Root = repository.Root,
        Paths = repository.Paths,
        Exclude = [.. repository.Excluded.Select(files => new Exclusion(files, ""))],
    }).Environments;

    /// <summary>The parent refuses facts with problems; should they have changed since, the estates differ, which it notices.</summary>
    private static Document? ChangeOf(EstateSource.Repository repository) =>
        repository.Facts.Length == 0 ? null : ChangeReader.Read(repository.Facts, repository.Facts).Value;
}
