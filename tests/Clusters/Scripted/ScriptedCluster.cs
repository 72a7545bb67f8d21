using System.Collections.Concurrent;
using System.Net;
using System.Text;
using PolicyGate.Clusters.Access;
using PolicyGate.Clusters.Http;
using PolicyGate.Clusters.Snapshots;

namespace PolicyGate.Clusters.Tests.Scripted;

/// <summary>
/// An API server whose answers are written down before, in order for each address. What was not expected is refused and
/// remembered.
/// </summary>
internal sealed class ScriptedCluster : HttpMessageHandler
{
    public const string Token = "NeverToBeSeen.0123456789";

    private readonly ConcurrentDictionary<string, ConcurrentQueue<Func<CancellationToken, Task<HttpResponseMessage>>>> _script = [];

    public FakeTime Time { get; } = new();

    /// <summary>Addresses with their queries, in the order in which they came.</summary>
    public ConcurrentQueue<string> Received { get; } = [];

    public ConcurrentQueue<HttpRequestMessage> Requests { get; } = [];

    public ConcurrentQueue<string> Unexpected { get; } = [];

    public int AnswerBytes { get; init; } = 1024 * 1024;

    public ClusterAccess Access { get; init; } = new()
    {
        Name = "hospital",
        Server = new("https://cluster.example/k8s/"),
        Credentials = new Credentials.Token(new(Token)),
    };

    private ClusterConnection Connection => new()
    {
        Access = Access,
        Version = "1.2.3",
        AttemptTimeout = FakeTime.AttemptTimeout,
        AnswerBytes = AnswerBytes,
        Time = Time,
        Chance = () => 1,
        Handler = this,
    };

    /// <summary>Where a restricted account asks for what it was not given.</summary>
    public static string Forbidden(string resource) =>
        $$"""{ "kind": "Status", "apiVersion": "v1", "status": "Failure", "message": "{{resource}} is forbidden: User \"auditor\" cannot list resource", "reason": "Forbidden", "code": 403 }""";

    public static string Expired =>
        """{ "kind": "Status", "status": "Failure", "message": "The provided continue parameter is too old", "reason": "Expired", "code": 410 }""";

    public static string List(string kind, string next, params string[] names) => $$"""
        { "kind": "{{kind}}List", "apiVersion": "v1", "metadata": { "resourceVersion": "7", "continue": "{{next}}" },
          "items": [{{string.Join(", ", names.Select(name => $$"""{ "metadata": { "name": "{{name}}", "namespace": "erp" }, "spec": {}, "status": { "phase": "Seen" } }"""))}}] }
        """;

    public KubernetesCluster Client() => KubernetesCluster.Connect(Connection);

    public DryRunCluster DryRun() => DryRunCluster.Connect(Connection);

    public SnapshotWishes Wishes() => new() { Key = SecretKey.Generate(), Time = Time, Timeout = FakeTime.RunTimeout };

    /// <summary>Takes a snapshot and gives its text.</summary>
    public async Task<(SnapshotSummary Summary, string Text)> Snapshot(SnapshotWishes? wishes = null)
    {
        using KubernetesCluster client = Client();
        using MemoryStream output = new();
        SnapshotSummary summary = await SnapshotRun.Take(client, wishes ?? Wishes(), output, _ => { }, CancellationToken.None);
        return (summary, Encoding.UTF8.GetString(output.ToArray()));
    }

    /// <summary>Serves kinds, each written as <c>[GROUP/]VERSION RESOURCE KIND [cluster]</c>, told all at once.</summary>
    public ScriptedCluster Serving(params string[] kinds)
    {
        On("/version", 200, """{ "gitVersion": "v1.31.2", "platform": "linux/amd64" }""");
        string[][] all = [.. kinds.Select(kind => kind.Split(' '))];
        On("/api", 200, Aggregated(all.Where(kind => !kind[0].Contains('/', StringComparison.Ordinal))));
        return On("/apis", 200, Aggregated(all.Where(kind => kind[0].Contains('/', StringComparison.Ordinal))));
    }

    public ScriptedCluster On(string address, int status, string body, params string[] headers) =>
        On(address, _ => Task.FromResult(Message(status, body, headers)));

    public ScriptedCluster Breaks(string address, Exception failure) =>
        On(address, _ => Task.FromException<HttpResponseMessage>(failure));

    /// <summary>Says nothing until the given timeout is over.</summary>
    public ScriptedCluster Hangs(string address, TimeSpan timeout) => On(address, async cancellation =>
    {
        Task never = Task.Delay(Timeout.Infinite, cancellation);
        Time.Elapse(timeout);
        await never;
        throw new InvalidOperationException("an endless wait came to an end");
    });

    public ScriptedCluster On(string address, Func<CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _script.GetOrAdd(address, _ => []).Enqueue(answer);
        return this;
    }

    /// <summary>All that was expected came, and nothing else.</summary>
    public void ShouldBeOver()
    {
        Unexpected.ShouldBeEmpty();
        _script.Where(one => !one.Value.IsEmpty).Select(one => one.Key).ShouldBeEmpty("these requests did not come");
    }

    public static HttpResponseMessage Message(int status, string body, params string[] headers)
    {
        HttpResponseMessage message = new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (string[] header in headers.Select(header => header.Split(": ", 2)))
        {
            message.Headers.TryAddWithoutValidation(header[0], header[1]);
        }

        return message;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string came = request.RequestUri!.PathAndQuery["/k8s".Length..];
        Received.Enqueue(came);
        Requests.Enqueue(request);
        if (_script.TryGetValue(came, out var answers) && answers.TryDequeue(out var answer))
        {
            return answer(cancellationToken);
        }

        Unexpected.Enqueue(came);
        return Task.FromResult(Message(404, "{}"));
    }

    private static string Aggregated(IEnumerable<string[]> kinds)
    {
        IEnumerable<string> groups = kinds
            .GroupBy(kind => kind[0].Contains('/', StringComparison.Ordinal) ? kind[0].Split('/')[0] : "")
            .Select(group => $$"""{ "metadata": { "name": "{{group.Key}}" }, "versions": [{{string.Join(", ", Versions(group))}}] }""");
        return $$"""{ "kind": "APIGroupDiscoveryList", "apiVersion": "apidiscovery.k8s.io/v2", "items": [{{string.Join(", ", groups)}}] }""";
    }

    private static IEnumerable<string> Versions(IEnumerable<string[]> kinds) =>
        kinds.GroupBy(kind => kind[0].Split('/')[^1]).Select(version =>
            $$"""{ "version": "{{version.Key}}", "freshness": "Current", "resources": [{{string.Join(", ", version.Select(Resource))}}] }""");

    private static string Resource(string[] kind) => $$"""
        { "resource": "{{kind[1]}}", "responseKind": { "kind": "{{kind[2]}}" }, "scope": "{{(kind.Length > 3 ? "Cluster" : "Namespaced")}}",
          "verbs": ["get", "list", "watch"], "subresources": [{ "subresource": "status", "verbs": ["get"] }] }
        """;
}
