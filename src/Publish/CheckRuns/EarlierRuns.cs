using PolicyGate.CodeHost;

namespace PolicyGate.Publish.CheckRuns;

/// <summary>The check runs of the same name that the commit has already.</summary>
/// <param name="Own">This run's own: started before judging, or left by a repeat. Null when there is none.</param>
/// <param name="IsSuperseded">A newer run has told of the same commit.</param>
internal sealed record EarlierRuns(CheckRun? Own, bool IsSuperseded)
{
    /// <summary>Whoever cannot look finds nothing: the writing that follows tells why.</summary>
    public static async Task<EarlierRuns> Find(
        ICodeHost host, Publication publication, RunIdentity? run, long? started, CancellationToken cancellation)
    {
        CheckRun? own = started is { } id ? await Started(host, publication, id, cancellation) : null;
        if (own is not null || run is null)
        {
            return new(own, IsSuperseded: false);
        }

        HostAnswer<Listing<CheckRun>> listed = await host.CheckRuns.List(publication.Commit, publication.Name, cancellation);
        CheckRun[] known = listed.IsGiven ? [.. listed.Value.Items] : [];
        return new(
            known.FirstOrDefault(one => RunIdentity.Parse(one.ExternalId) == run),
            known.Any(one => RunIdentity.Parse(one.ExternalId) > run));
    }

    /// <summary>Null when it is of another commit or name: the note of another job.</summary>
    private static async Task<CheckRun?> Started(
        ICodeHost host, Publication publication, long id, CancellationToken cancellation)
    {
        HostAnswer<CheckRun> answer = await host.CheckRuns.Get(id, cancellation);
        return answer.IsGiven && answer.Value.HeadSha == publication.Commit && answer.Value.Name == publication.Name
            ? answer.Value
            : null;
    }
}
