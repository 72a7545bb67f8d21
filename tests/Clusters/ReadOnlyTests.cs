using PolicyGate.Clusters.Http;
using PolicyGate.Clusters.Tests.Scripted;

namespace PolicyGate.Clusters.Tests;

/// <summary>Nothing is ever written to a cluster.</summary>
public sealed class ReadOnlyTests
{
    public static TheoryData<string> Methods => ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "CONNECT"];

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Only_reading_reaches_the_network(string method)
    {
        using ScriptedCluster network = new();
        using HttpMessageInvoker guarded = new(new ReadOnlyHandler(network));
        using HttpRequestMessage request = new(new HttpMethod(method), "https://cluster.example/k8s/api/v1/pods");

        await Should.ThrowAsync<InvalidOperationException>(() => guarded.SendAsync(request, CancellationToken.None));

        network.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task Reading_with_a_body_or_an_upgrade_does_not_reach_it_either()
    {
        using ScriptedCluster network = new();
        using HttpMessageInvoker guarded = new(new ReadOnlyHandler(network));
        using HttpRequestMessage body = new(HttpMethod.Get, "https://cluster.example/k8s/api") { Content = new StringContent("{}") };
        using HttpRequestMessage upgrade = new(HttpMethod.Get, "https://cluster.example/k8s/api");
        upgrade.Headers.Upgrade.Add(new("SPDY", "3.1"));

        await Should.ThrowAsync<InvalidOperationException>(() => guarded.SendAsync(body, CancellationToken.None));
        await Should.ThrowAsync<InvalidOperationException>(() => guarded.SendAsync(upgrade, CancellationToken.None));

        network.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_snapshot_only_reads()
    {
        using ScriptedCluster cluster = new ScriptedCluster()
            .Serving("v1 pods Pod")
            .On("/api/v1/pods?limit=500", 200, ScriptedCluster.List("Pod", "", "odoo"));

        await cluster.Snapshot();

        cluster.Requests.Count.ShouldBe(4);
        cluster.Requests.ShouldAllBe(request => request.Method == HttpMethod.Get && request.Content == null);
        cluster.ShouldBeOver();
    }
}
