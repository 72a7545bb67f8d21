using PolicyGate.CodeHost;
using PolicyGate.CodeHost.GitHub;
using PolicyGate.Publish;
using PolicyGate.Publish.Events;
using PolicyGate.Publish.Markdown;

namespace PolicyGate.Cli.Publishing;

/// <summary>Where and of what is to be told, out of the command line and the variables that GitHub's runner sets.</summary>
internal sealed record PublishPlace(GitHubServer Server, RepositoryName Repository, PublishTarget Target, SourceLinks? Links, Uri? Run)
{
    /// <exception cref="UsageException">Something is missing or makes no sense.</exception>
    public static PublishPlace Of(PublishSettings settings)
    {
        RepositoryName repository = settings.Repository ?? RepositoryName.Parse(Variable("GITHUB_REPOSITORY"))
            ?? throw new UsageException("nothing says which repository is meant: give --repository OWNER/NAME, or set GITHUB_REPOSITORY");
        GitHubServer server = Variable("GITHUB_API_URL") is { } api
            ? GitHubServer.Parse(api) ?? throw new UsageException($"GITHUB_API_URL is no https address that a token may go to: '{api}'")
            : GitHubServer.GitHubDotCom;
        PublishTarget target = ReadTarget(settings);
        Uri pages = Pages(Variable("GITHUB_SERVER_URL"));
        return new(server, repository, target, new SourceLinks(pages, repository, target.Commit), RunPage(pages, repository, target));
    }

    /// <summary>Null when it is not set, or to nothing.</summary>
    public static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static PublishTarget ReadTarget(PublishSettings settings)
    {
        PublishTarget? found = TargetReader.Read(Variable, ReadPayload(settings));
        PublishTarget target = (settings.Commit, found) switch
        {
            (null, null) => throw new UsageException("nothing says which commit was judged: give --sha ID, or set GITHUB_SHA"),
            (null, { } ofEvent) => ofEvent,
            ({ } commit, null) => new() { Commit = commit },
            ({ } commit, { } ofEvent) => ofEvent with { Commit = commit },
        };
        return settings.PullRequest is { } number ? target with { PullRequest = number } : target;
    }

    private static EventPayload ReadPayload(PublishSettings settings) => Variable("GITHUB_EVENT_PATH") is { } path
        ? EventPayload.ReadFile(path)
            ?? (settings.Commit is not null
                ? EventPayload.Empty
                : throw new UsageException("the file that GITHUB_EVENT_PATH names cannot be read; give --sha ID and --pull-request NUMBER"))
        : EventPayload.Empty;

    private static Uri Pages(string? server) =>
        Uri.TryCreate(server, UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? uri
            : new("https://github.com");

    /// <summary>The run that judged, where the report can be had.</summary>
    private static Uri? RunPage(Uri pages, RepositoryName repository, PublishTarget target) => target.Run is { } run
        ? new(pages, $"{repository}/actions/runs/{run.Id}")
        : null;
}
