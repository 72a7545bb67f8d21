using PolicyGate.Clusters.Http;
using PolicyGate.Clusters.Tests.Scripted;

namespace PolicyGate.Clusters.Tests;

/// <summary>When a cluster is asked again, and when no more.</summary>
public sealed class RepeatTests
{
    private const string Version = "/version";
    private const string Answer = """{ "gitVersion": "v1.31.2", "platform": "linux/amd64" }""";

    /// <summary>Each line: what the cluster answers, and how long is waited until it is asked again.</summary>
    [Theory]
    [InlineData(429, "{}", 0.5)]
    [InlineData(429, "{}", 17.25, "Retry-After: 17")]
    [InlineData(429, "{}", 90.25, "Retry-After: Sat, 14 Mar 2026 10:01:30 GMT", "Date: Sat, 14 Mar 2026 10:00:00 GMT")]
    [InlineData(500, "{}", 0.5)]
    [InlineData(502, "<html>", 0.5)]
    [InlineData(503, "", 5.25, "Retry-After: 5")]
    [InlineData(504, "{}", 0.5)]
    [InlineData(200, """{ "gitVersion": "v1.3""", 0.5)]
    [InlineData(200, "<html>Please log in</html>", 0.5)]
    [InlineData(200, "", 0.5)]
    [InlineData(200, "[]", 0.5)]
    public async Task What_may_go_better_is_asked_again(int status, string body, double seconds, params string[] headers)
    {
        using ScriptedCluster cluster = new ScriptedCluster().On(Version, status, body, headers).On(Version, 200, Answer);
        using KubernetesCluster client = cluster.Client();

        (await client.GetVersion(CancellationToken.None)).Value.ShouldBe(new ServerVersion("v1.31.2", "linux/amd64"));

        cluster.Time.Waits.ShouldBe([seconds]);
        client.Requests.ShouldBe(2);
        cluster.ShouldBeOver();
    }

    [Fact]
    public async Task A_connection_that_breaks_and_a_server_that_is_silent_are_asked_again()
    {
        using ScriptedCluster cluster = new ScriptedCluster()
            .Breaks(Version, new HttpRequestException("Connection refused"))
            .Breaks(Version, new HttpIOException(HttpRequestError.ResponseEnded))
            .Breaks(Version, new IOException("reset"))
            .Hangs(Version, FakeTime.AttemptTimeout)
            .On(Version, 200, Answer);
        using KubernetesCluster client = cluster.Client();

        (await client.GetVersion(CancellationToken.None)).IsGiven.ShouldBeTrue();

        cluster.Time.Waits.ShouldBe([0.5, 1, 2, 4]);
    }

    [Fact]
    public async Task Patience_ends()
    {
        using ScriptedCluster cluster = new();
        for (int attempt = 0; attempt < 6; attempt++)
        {
            cluster.On(Version, 503, """{ "message": "etcd is away" }""");
        }

        using KubernetesCluster client = cluster.Client();

        ClusterProblem problem = (await client.GetVersion(CancellationToken.None)).Problem!;

        problem.ToString().ShouldBe("the cluster failed: etcd is away; asked 6 times (GET /version, HTTP 503)");
        problem.Kind.ShouldBe(ClusterProblemKind.Unavailable);
        cluster.Time.Waits.ShouldBe([0.5, 1, 2, 4, 8]);
        cluster.ShouldBeOver();
    }

    [Fact]
    public async Task A_wait_that_is_too_long_is_not_begun()
    {
        using ScriptedCluster cluster = new ScriptedCluster().On(Version, 429, "{}", "Retry-After: 3600");
        using KubernetesCluster client = cluster.Client();

        ClusterProblem problem = (await client.GetVersion(CancellationToken.None)).Problem!;

        problem.ToString().ShouldBe("the cluster has too much to do; it asks to wait 60 min, which is too long (GET /version, HTTP 429)");
        cluster.Time.Waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task Waits_are_left_to_chance_in_part()
    {
        using ScriptedCluster cluster = new ScriptedCluster().On(Version, 500, "{}").On(Version, 200, Answer);
        using KubernetesCluster client = KubernetesCluster.Connect(new()
        {
            Access = cluster.Access,
            Version = "1",
            AttemptTimeout = FakeTime.AttemptTimeout,
            Time = cluster.Time,
            Handler = cluster,
            Chance = () => 0,
        });

        (await client.GetVersion(CancellationToken.None)).IsGiven.ShouldBeTrue();

        cluster.Time.Waits.ShouldBe([0.25]);
    }

    [Fact]
    public async Task No_message_holds_the_token_or_acts_on_a_screen()
    {
        using ScriptedCluster cluster = new ScriptedCluster()
            .On(Version, 403, $$"""{ "message": "Bearer {{ScriptedCluster.Token}}\u001b[31m\n::error::" }""");
        using KubernetesCluster client = cluster.Client();

        string message = (await client.GetVersion(CancellationToken.None)).Problem!.ToString();

        message.ShouldContain("Bearer ***");
        message.ShouldNotContain('\n');
        message.ShouldNotContain('\u001b');
    }

    [Fact]
    public async Task A_cluster_that_cannot_be_reached_makes_a_snapshot_that_says_so()
    {
        using ScriptedCluster cluster = new();
        for (int attempt = 0; attempt < 6; attempt++)
        {
            cluster.Breaks(Version, new HttpRequestException("Connection refused"));
        }

        (var summary, string text) = await cluster.Snapshot();

        summary.IsComplete.ShouldBeFalse();
        ListTests.Read(text).Problems.Single().ShouldBe(
            "the cluster could not be read: the connection to cluster.example broke: Connection refused; asked 6 times (GET /version)");
        cluster.ShouldBeOver();
    }
}
