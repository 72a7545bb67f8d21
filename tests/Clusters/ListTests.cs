using PolicyGate.Clusters.Snapshots;
using PolicyGate.Clusters.Tests.Scripted;
using PolicyGate.Load.Snapshots;
using PolicyGate.Model.Live;

namespace PolicyGate.Clusters.Tests;

/// <summary>Lists that come in pages, expire, are too large or refused.</summary>
public sealed class ListTests
{
    private const string Pods = "/api/v1/pods?limit=500";

    [Fact]
    public async Task All_pages_are_read()
    {
        using ScriptedCluster cluster = Pod()
            .On(Pods, 200, ScriptedCluster.List("Pod", "a=/+b", "one", "two"))
            .On($"{Pods}&continue=a%3D%2F%2Bb", 200, ScriptedCluster.List("Pod", "last", "three"))
            .On($"{Pods}&continue=last", 200, """{ "kind": "PodList", "metadata": {}, "items": null }""");

        (SnapshotSummary summary, string text) = await cluster.Snapshot();

        summary.Kinds.Single().ShouldSatisfyAllConditions(
            kind => kind.Outcome.ShouldBe(KindOutcome.Read),
            kind => kind.Objects.ShouldBe(3));
        Read(text).Objects.Select(one => (one.ApiVersion, one.Kind, one.Namespace, one.Name)).ShouldBe(
            [("v1", "Pod", "erp", "one"), ("v1", "Pod", "erp", "two"), ("v1", "Pod", "erp", "three")]);
        cluster.ShouldBeOver();
    }

    [Fact]
    public async Task A_list_that_expires_is_begun_anew()
    {
        using ScriptedCluster cluster = Pod()
            .On(Pods, 200, ScriptedCluster.List("Pod", "next", "gone-meanwhile", "stays"))
            .On($"{Pods}&continue=next", 410, ScriptedCluster.Expired)
            .On(Pods, 200, ScriptedCluster.List("Pod", "other", "stays"))
            .On($"{Pods}&continue=other", 200, ScriptedCluster.List("Pod", "", "came"));

        (SnapshotSummary summary, string text) = await cluster.Snapshot();

        summary.IsComplete.ShouldBeTrue();
        Read(text).Objects.Select(one => one.Name).ShouldBe(["stays", "came"]);
        cluster.ShouldBeOver();
    }

    [Fact]
    public async Task A_list_that_always_expires_is_unknown()
    {
        using ScriptedCluster cluster = Pod();
        for (int time = 0; time < 6; time++)
        {
            cluster.On(Pods, 200, ScriptedCluster.List("Pod", "next", "one")).On($"{Pods}&continue=next", 410, ScriptedCluster.Expired);
        }

        (SnapshotSummary summary, string text) = await cluster.Snapshot();

        ShouldBeUnknown(summary, text, "the list expired again and again before all of it was read");
        cluster.ShouldBeOver();
    }

    [Fact]
    public async Task A_page_that_is_too_large_is_asked_for_in_parts()
    {
        using ScriptedCluster cluster = new ScriptedCluster { AnswerBytes = 2000 }
            .Serving("v1 pods Pod")
            .On(Pods, 200, ScriptedCluster.List("Pod", "next", [.. Enumerable.Range(0, 100).Select(number => $"pod-{number}")]))
            .On("/api/v1/pods?limit=62", 200, ScriptedCluster.List("Pod", "next", "one"))
            .On("/api/v1/pods?limit=62&continue=next", 200, ScriptedCluster.List("Pod", "", "two"));

        (SnapshotSummary summary, string text) = await cluster.Snapshot();

        summary.IsComplete.ShouldBeTrue();
        Read(text).Objects.Select(one => one.Name).ShouldBe(["one", "two"]);
        cluster.ShouldBeOver();
    }

    [Fact]
    public async Task Pages_that_go_in_circles_come_to_an_end()
    {
        using ScriptedCluster cluster = Pod()
            .On(Pods, 200, ScriptedCluster.List("Pod", "next", "one"))
            .On($"{Pods}&continue=next", 200, ScriptedCluster.List("Pod", "next", "one"));

        (SnapshotSummary summary, string text) = await cluster.Snapshot();

        ShouldBeUnknown(summary, text, "the list cannot be understood: its next page is the one before");
    }

    [Theory]
    [InlineData(401, "the cluster does not accept the credentials")]
    [InlineData(403, "the account may not read this: pods is forbidden: User \"auditor\" cannot list resource; give it the verbs get and list (GET /api/v1/pods, HTTP 403)")]
    [InlineData(404, "it is not there")]
    [InlineData(405, "the cluster does not accept the request")]
    [InlineData(301, "the address leads elsewhere, where the credentials are not sent")]
    public async Task A_kind_that_is_refused_is_unknown_and_the_others_are_read(int status, string why)
    {
        using ScriptedCluster cluster = new ScriptedCluster()
            .Serving("v1 pods Pod", "v1 services Service")
            .On(Pods, status, ScriptedCluster.Forbidden("pods"))
            .On("/api/v1/services?limit=500", 200, ScriptedCluster.List("Service", "", "odoo"));

        (SnapshotSummary summary, string text) = await cluster.Snapshot();

        summary.IsComplete.ShouldBeFalse();
        Snapshot snapshot = Read(text);
        snapshot.IsComplete.ShouldBeFalse();
        snapshot.Objects.Single().Kind.ShouldBe("Service");
        snapshot.Kinds.Select(kind => (kind.Resource, kind.Outcome, kind.Objects)).ShouldBe(
            [("pods", KindOutcome.Unknown, 0), ("services", KindOutcome.Read, 1)]);
        snapshot.Kinds[0].Why.ShouldStartWith(why);
        cluster.ShouldBeOver();
    }

    /// <summary>Each is an answer with status 200 that is no list of objects with names.</summary>
    [Theory]
    [InlineData("""{ "kind": "PodList", "metadata": {}, "items": [{ "spec": {} }] }""")]
    [InlineData("""{ "kind": "PodList", "metadata": {}, "items": [{ "metadata": { "name": 7 } }] }""")]
    public async Task Objects_without_a_name_make_the_kind_unknown(string list)
    {
        using ScriptedCluster cluster = Pod().On(Pods, 200, list);

        (SnapshotSummary summary, string text) = await cluster.Snapshot();

        summary.Kinds.Single().Outcome.ShouldBe(KindOutcome.Unknown);
        Read(text).Objects.ShouldBeEmpty();
    }

    [Fact]
    public async Task Kinds_are_read_at_the_same_time_but_not_all_at_once()
    {
        string[] kinds = [.. Enumerable.Range(0, 12).Select(number => $"v1 things{number} Thing")];
        using ScriptedCluster cluster = new ScriptedCluster().Serving(kinds);
        int now = 0, most = 0;
        foreach (string kind in kinds)
        {
            cluster.On($"/api/v1/{kind.Split(' ')[1]}?limit=500", async cancellation =>
            {
                int current = Interlocked.Increment(ref now);
                most = Math.Max(most, current);
                await Task.Delay(20, cancellation);
                Interlocked.Decrement(ref now);
                return ScriptedCluster.Message(200, ScriptedCluster.List("Thing", "", "one"));
            });
        }

        (SnapshotSummary summary, _) = await cluster.Snapshot();

        summary.Objects.ShouldBe(12);
        most.ShouldBeInRange(2, 4);
    }

    [Fact]
    public async Task What_is_not_read_in_time_is_unknown()
    {
        using ScriptedCluster cluster = new ScriptedCluster()
            .Serving("v1 pods Pod", "v1 services Service")
            .On("/api/v1/pods?limit=500", 200, ScriptedCluster.List("Pod", "", "odoo"))
            .Hangs("/api/v1/services?limit=500", FakeTime.RunTimeout);

        (SnapshotSummary summary, string text) = await cluster.Snapshot(cluster.Wishes() with { AtOnce = 1 });

        summary.IsComplete.ShouldBeFalse();
        Snapshot snapshot = Read(text);
        snapshot.Kinds.Select(kind => (kind.Resource, kind.Outcome, kind.Why)).ShouldBe(
            [("pods", KindOutcome.Read, ""), ("services", KindOutcome.Unknown, "not read within 5 min")]);
    }

    internal static Snapshot Read(string text)
    {
        using MemoryStream stream = new(System.Text.Encoding.UTF8.GetBytes(text));
        SnapshotReading reading = SnapshotReader.Read("live.json", stream, SnapshotLimits.Default);
        reading.Problem.ShouldBeNull();
        return reading.Snapshot!;
    }

    private static ScriptedCluster Pod() => new ScriptedCluster().Serving("v1 pods Pod");

    private static void ShouldBeUnknown(SnapshotSummary summary, string text, string why)
    {
        summary.IsComplete.ShouldBeFalse();
        Snapshot snapshot = Read(text);
        snapshot.Objects.ShouldBeEmpty();
        snapshot.Kinds.Single().Outcome.ShouldBe(KindOutcome.Unknown);
        snapshot.Kinds.Single().Why.ShouldBe(why);
    }
}
