using System.Collections.Immutable;
using PolicyGate.Model.Live;

namespace PolicyGate.Clusters.Snapshots;

/// <summary>
/// Reads a cluster into a snapshot. What cannot be read is said in it, and does not end the reading of the rest. Memory is
/// bounded by a page for each kind that is being read.
/// </summary>
public sealed class SnapshotRun
{
    private readonly ICluster _cluster;
    private readonly SnapshotWishes _wishes;
    private readonly Action<SnapshotProgress> _progress;
    private int _kindsDone, _kinds, _objects;

    private SnapshotRun(ICluster cluster, SnapshotWishes wishes, Action<SnapshotProgress> progress) =>
        (_cluster, _wishes, _progress) = (cluster, wishes, progress);

    /// <param name="cluster">The one to read.</param>
    /// <param name="wishes">What of it.</param>
    /// <param name="output">Where the snapshot goes, as plain JSON.</param>
    /// <param name="progress">Called from any thread.</param>
    /// <param name="cancellation">Ends without a snapshot.</param>
    public static Task<SnapshotSummary> Take(
        ICluster cluster, SnapshotWishes wishes, Stream output, Action<SnapshotProgress> progress, CancellationToken cancellation) =>
        new SnapshotRun(cluster, wishes, progress).Take(output, cancellation);

    private async Task<SnapshotSummary> Take(Stream output, CancellationToken cancellation)
    {
        DateTimeOffset start = _wishes.Time.GetUtcNow();
        long clock = _wishes.Time.GetTimestamp();
        using CancellationTokenSource timeout = new(_wishes.Timeout, _wishes.Time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);

        (ServerVersion? version, Catalogue? catalogue, ImmutableArray<string> problems) = await Learn(either.Token, cancellation).ConfigureAwait(false);
        KindPlan plan = KindPlan.Of(catalogue, _wishes);
        _kinds = plan.ToRead.Length;
        Spool[] spools = [.. plan.ToRead.Select(_ => new Spool())];
        try
        {
            KindAccount[] read = await ReadAll(plan.ToRead, spools, either.Token, cancellation).ConfigureAwait(false);
            SnapshotSummary summary = new([.. read.Concat(plan.NotToRead)], problems, _wishes.Time.GetElapsedTime(clock));
            SnapshotWriter.Write(output, _cluster, _wishes, start, version, summary, spools);
            return summary;
        }
        finally
        {
            Array.ForEach(spools, spool => spool.Dispose());
        }
    }

    private async Task<(ServerVersion?, Catalogue?, ImmutableArray<string>)> Learn(CancellationToken limited, CancellationToken cancellation)
    {
        try
        {
            ClusterAnswer<ServerVersion> version = await _cluster.GetVersion(limited).ConfigureAwait(false);
            if (version.Problem is { Kind: ClusterProblemKind.Unavailable or ClusterProblemKind.Unauthorized } unreachable)
            {
                return (null, null, [$"the cluster could not be read: {unreachable}"]);
            }

            ClusterAnswer<Catalogue> catalogue = await _cluster.Discover(_wishes.AlsoKinds, limited).ConfigureAwait(false);
            ImmutableArray<string> problems = catalogue switch
            {
                { IsGiven: false } => [$"what the cluster serves could not be read: {catalogue.Problem}"],
                { Value.Kinds.IsEmpty: true } => ["the cluster says that it serves nothing to read"],
                _ => [],
            };
            return (version.Value, catalogue.Value, problems);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (null, null, [$"what the cluster serves was {TooLate}"]);
        }
    }

    private async Task<KindAccount[]> ReadAll(
        ImmutableArray<ServedKind> kinds, Spool[] spools, CancellationToken limited, CancellationToken cancellation)
    {
        KindAccount[] accounts = new KindAccount[kinds.Length];
        KindReader reader = new(_cluster, _wishes, Count);
        ParallelOptions bounded = new() { MaxDegreeOfParallelism = _wishes.AtOnce, CancellationToken = cancellation };
        await Parallel.ForAsync(0, kinds.Length, bounded, async (index, _) =>
        {
            accounts[index] = await Read(reader, kinds[index], spools[index], limited, cancellation).ConfigureAwait(false);
            Interlocked.Increment(ref _kindsDone);
            Count(0);
        }).ConfigureAwait(false);
        return accounts;
    }

    private async Task<KindAccount> Read(
        KindReader reader, ServedKind kind, Spool spool, CancellationToken limited, CancellationToken cancellation)
    {
        try
        {
            return await reader.Read(kind, spool, limited).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            spool.Clear();
            return KindAccounts.Of(kind, KindOutcome.Unknown, TooLate);
        }
    }

    private string TooLate => $"not read within {Http.Wording.Duration(_wishes.Timeout)}";

    private void Count(int objects) =>
        _progress(new(Volatile.Read(ref _kindsDone), _kinds, Interlocked.Add(ref _objects, objects)));
}
