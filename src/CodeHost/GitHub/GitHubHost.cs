using System.Net;
using PolicyGate.CodeHost.GitHub.Transport;

namespace PolicyGate.CodeHost.GitHub;

/// <summary>
/// One repository at GitHub, over its REST API. A small client of ours, because Octokit cannot be restored from the registry
/// that this was built with; an adapter over it would be one more <see cref="ICodeHost"/>.
/// </summary>
public sealed class GitHubHost : ICodeHost, IDisposable
{
    private readonly HttpMessageInvoker _network;
    private readonly Pace _pace;

    private GitHubHost(GitHubConnection connection)
    {
        _network = new(connection.Handler ?? Network(), disposeHandler: connection.Handler is null);
        _pace = new(connection.Time, connection.WaitBudget);
        Wording wording = new(connection.Server, connection.Token);
        Attempt attempt = new(_network, connection, wording, new Refusals(wording, connection.Repository));
        Calls calls = new(connection, attempt, _pace, wording);
        Pages pages = new(calls);
        Name = connection.Repository;
        CheckRuns = new CheckRuns(Name, calls, pages);
        Statuses = new CommitStatuses(Name, calls, pages);
        Comments = new Comments(Name, calls, pages);
        PullRequests = new PullRequests(Name, calls, pages);
        Reviews = new Reviews(Name, calls, pages);
        Contents = new Contents(Name, calls);
        People = new People(Name, calls, pages);
    }

    public RepositoryName Name { get; }

    public ICheckRuns CheckRuns { get; }

    public ICommitStatuses Statuses { get; }

    public IComments Comments { get; }

    public IPullRequests PullRequests { get; }

    public IReviews Reviews { get; }

    public IContents Contents { get; }

    public IPeople People { get; }

    /// <summary>Sends nothing yet.</summary>
    public static GitHubHost Connect(GitHubConnection connection) => new(connection);

    public void Dispose()
    {
        _network.Dispose();
        _pace.Dispose();
    }

    private static SocketsHttpHandler Network() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
