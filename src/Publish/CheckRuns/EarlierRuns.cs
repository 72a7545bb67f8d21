using PolicyGate.CodeHost;

namespace PolicyGate.Publish.CheckRuns;

/// <summary>A check run that this very run has made already: started before judging, or left by a repeat.</summary>
internal sealed record EarlierRun(long Id, int Annotations)
{
    public static EarlierRun Of(CheckRun checkRun) => new(checkRun.Id, checkRun.AnnotationCount);
}

/// <summary>The check runs of the same name that the commit has already.</summary>
/// <param name="Own">Null when there is none.</param>
/// <param name="IsSuperseded">A newer run has told of the same commit.</param>
internal sealed record EarlierRuns(EarlierRun? Own, bool IsSuperseded)
{
    /// <summary>Whoever cannot look finds nothing: the writing that follows tells why.</summary>
    public static async Task<EarlierRuns> Find(
        ICodeHost host, Publication publication, RunIdentity? run, long? started, CancellationToken cancellation)
    {
        EarlierRun? own = started is { } id ? await Started(host, id, cancellation) : null;
        if (own is not null || run is null)
        {
            return new(own, IsSuperseded: false);
        }

        HostAnswer<Listing<CheckRun>> listed = await host.CheckRuns.List(publication.Commit, publication.Name, cancellation);
        CheckRun[] known = listed.IsGiven ? [.. listed.Value.Items] : [];
        return new(
            known.Where(one => RunIdentity.Parse(one.ExternalId) == run).Select(EarlierRun.Of).FirstOrDefault(),
            known.Any(one => RunIdentity.Parse(one.ExternalId) > run));
    }

    /// <summary>Null only when it is gone: one that cannot be looked at now is concluded all the same.</summary>
    private static async Task<EarlierRun?> Started(ICodeHost host, long id, CancellationToken cancellation)
    {
        HostAnswer<CheckRun> answer = await host.CheckRuns.Get(id, cancellation);
        return answer.IsGiven ? EarlierRun.Of(answer.Value)
            : answer.Problem.Kind is HostProblemKind.NotFound or HostProblemKind.Gone ? null
            : new(id, 0);
    }
}
