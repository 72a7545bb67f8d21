using System.Globalization;
using PolicyGate.CodeHost.GitHub.Transport;
using PolicyGate.CodeHost.GitHub.Wire;

namespace PolicyGate.CodeHost.GitHub;

/// <inheritdoc/>
internal sealed class CheckRuns(RepositoryName repository, Calls calls, Pages pages) : ICheckRuns
{
    public Task<HostAnswer<CheckRun>> Create(NewCheckRun run, CancellationToken cancellation)
    {
        CheckRunLimits.Hold(run);
        byte[] body = GitHubJson.Write(CheckRunWish.Of(run), GitHubJson.Default.CheckRunWish);
        return calls.Ask(
            GitHubRequest.Post(Route.In(repository, "check-runs"), "create the check run", Permission.ChecksWrite, body),
            Read,
            cancellation,
            run.ExternalId.Length > 0 ? stop => Made(run, stop) : null);
    }

    public Task<HostAnswer<CheckRun>> Update(long id, CheckRunUpdate update, CancellationToken cancellation)
    {
        CheckRunLimits.Hold(update);
        int added = update.Output is { Annotations: { IsDefault: false } annotations } ? annotations.Length : 0;
        byte[] body = GitHubJson.Write(CheckRunWish.Of(update), GitHubJson.Default.CheckRunWish);
        GitHubRequest request = GitHubRequest.Patch(Address(id), "update the check run", Permission.ChecksWrite, body);
        return calls.Ask(
            request with { IsRepeatable = added == 0 },
            Read,
            cancellation,
            update.AnnotationsBefore is { } before ? stop => Grown(id, before + added, stop) : null);
    }

    public Task<HostAnswer<CheckRun>> Get(long id, CancellationToken cancellation) =>
        calls.Ask(GitHubRequest.Get(Address(id), "read the check run", Permission.ChecksRead), Read, cancellation);

    public Task<HostAnswer<Listing<CheckRun>>> List(string revision, string? name, CancellationToken cancellation)
    {
        string ofName = name is null ? "" : $"check_name={Uri.EscapeDataString(name)}&";
        string address = $"{Route.In(repository, "commits", revision, "check-runs")}?{ofName}filter=all";
        return pages.All(
            GitHubRequest.Get(address, "list the check runs", Permission.ChecksRead),
            response => GitHubJson.Read(response, GitHubJson.Default.CheckRunsWire).CheckRuns,
            run => run.ToCheckRun(),
            cancellation);
    }

    public Task<HostAnswer<Listing<Annotation>>> ListAnnotations(long id, CancellationToken cancellation) =>
        pages.All(
            GitHubRequest.Get($"{Address(id)}/annotations", "list the annotations", Permission.ChecksRead),
            GitHubJson.Default.ImmutableArrayAnnotationWire,
            annotation => annotation.ToAnnotation(),
            cancellation);

    private static CheckRun Read(GitHubResponse response) => GitHubJson.Read(response, GitHubJson.Default.CheckRunWire).ToCheckRun();

    private string Address(long id) => Route.In(repository, "check-runs", id.ToString(CultureInfo.InvariantCulture));

    private async Task<HostAnswer<Listing<CheckRun>>> Made(NewCheckRun run, CancellationToken cancellation) =>
        (await List(run.HeadSha, run.Name, cancellation).ConfigureAwait(false))
            .With(runs => runs with { Items = [.. runs.Items.Where(one => one.ExternalId == run.ExternalId)] });

    /// <summary>The run, if the batch has arrived: GitHub adds all annotations of a request or none.</summary>
    private async Task<HostAnswer<Listing<CheckRun>>> Grown(long id, int annotations, CancellationToken cancellation) =>
        (await Get(id, cancellation).ConfigureAwait(false))
            .With(run => new Listing<CheckRun>(run.AnnotationCount >= annotations ? [run] : [], IsComplete: true));
}
