using PolicyGate.Clusters.Http;
using PolicyGate.Clusters.Snapshots;
using PolicyGate.Clusters.Tests.Scripted;
using PolicyGate.Model.Live;

namespace PolicyGate.Clusters.Tests;

/// <summary>What a cluster serves, told all at once or group by group.</summary>
public sealed class DiscoveryTests
{
    [Fact]
    public async Task Told_all_at_once()
    {
        using ScriptedCluster cluster = new ScriptedCluster().Serving(
            "v1 pods Pod", "v1 events Event", "apps/v1 deployments Deployment", "apps/v1 controllerrevisions ControllerRevision",
            "autoscaling/v2 horizontalpodautoscalers HorizontalPodAutoscaler", "autoscaling/v1 horizontalpodautoscalers HorizontalPodAutoscaler",
            "batch/v1 jobs Job", "batch/v1beta1 cronjobs CronJob", "rbac.authorization.k8s.io/v1 clusterroles ClusterRole cluster");
        using KubernetesCluster client = cluster.Client();

        Catalogue catalogue = (await client.Discover([], CancellationToken.None)).Value!;

        catalogue.Kinds.Select(kind => $"{kind.ApiVersion} {kind} {kind.IsNamespaced} {string.Join(",", kind.Versions)}").ShouldBe(
        [
            "v1 pods True v1",
            "apps/v1 deployments.apps True v1",
            "autoscaling/v2 horizontalpodautoscalers.autoscaling True v2,v1",
            "batch/v1beta1 cronjobs.batch True v1beta1",
            "batch/v1 jobs.batch True v1",
            "rbac.authorization.k8s.io/v1 clusterroles.rbac.authorization.k8s.io False v1",
        ]);
        catalogue.LeftOut.Select(kind => $"{kind.Group}/{kind.Resource}: {kind.Why}").ShouldBe(
            ["/events: tells what happened, not what is wanted", "apps/controllerrevisions: made by controllers from workloads"]);
        catalogue.Unknown.ShouldBeEmpty();
        cluster.Requests.ShouldAllBe(request => request.Headers.Accept.ToString().Contains("as=APIGroupDiscoveryList", StringComparison.Ordinal));
        cluster.Received.ShouldBe(["/api", "/apis"]);
    }

    [Fact]
    public async Task Told_group_by_group()
    {
        using ScriptedCluster cluster = new ScriptedCluster()
            .On("/api", 200, """{ "kind": "APIVersions", "versions": ["v1"] }""")
            .On("/apis", 200, """
                { "kind": "APIGroupList", "groups": [
                  { "name": "autoscaling", "versions": [{ "version": "v1" }, { "version": "v2" }], "preferredVersion": { "version": "v2" } },
                  { "name": "metrics.k8s.io", "versions": [{ "version": "v1beta1" }], "preferredVersion": { "version": "v1beta1" } }] }
                """)
            .On("/api/v1", 200, """
                { "kind": "APIResourceList", "resources": [
                  { "name": "pods", "kind": "Pod", "namespaced": true, "verbs": ["list"] },
                  { "name": "pods/log", "kind": "Pod", "namespaced": true, "verbs": ["get", "list"] },
                  { "name": "bindings", "kind": "Binding", "namespaced": true, "verbs": ["create"] }] }
                """)
            .On("/apis/autoscaling/v1", 200, Autoscalers)
            .On("/apis/autoscaling/v2", 200, Autoscalers);
        using KubernetesCluster client = cluster.Client();

        Catalogue catalogue = (await client.Discover([], CancellationToken.None)).Value!;

        catalogue.Kinds.Select(kind => $"{kind.ApiVersion} {kind.Resource}").ShouldBe(["v1 pods", "autoscaling/v2 horizontalpodautoscalers"]);
        catalogue.LeftOut.Single().ShouldBe(new UnreadKind("metrics.k8s.io", "v1beta1", "*", "", "measurements"));
        cluster.ShouldBeOver();
    }

    [Fact]
    public async Task A_group_that_is_down_is_unknown_and_not_forgotten()
    {
        using ScriptedCluster cluster = new ScriptedCluster()
            .On("/version", 200, "{}")
            .On("/api", 200, """{ "kind": "APIGroupDiscoveryList", "items": [] }""")
            .On("/apis", 200, """
                { "kind": "APIGroupDiscoveryList", "items": [
                  { "metadata": { "name": "hospital.example" }, "versions": [
                    { "version": "v1", "freshness": "Stale", "resources": [{ "resource": "wards", "responseKind": { "kind": "Ward" }, "scope": "Cluster", "verbs": ["list"] }] },
                    { "version": "v2", "freshness": "Current", "resources": [{ "resource": "beds", "responseKind": { "kind": "Bed" }, "scope": "Cluster", "verbs": ["list"] }] }] }] }
                """)
            .On("/apis/hospital.example/v1", 404, "{}")
            .On("/apis/hospital.example/v2/beds?limit=500", 200, """{ "kind": "BedList", "items": [] }""");

        (SnapshotSummary summary, string text) = await cluster.Snapshot();

        summary.IsComplete.ShouldBeFalse();
        ListTests.Read(text).Kinds.Select(kind => (kind.Version, kind.Resource, kind.Outcome, kind.Why)).ShouldBe(
        [
            ("v2", "beds", KindOutcome.Read, ""),
            ("v1", "*", KindOutcome.Unknown, "it is not there (GET /apis/hospital.example/v1, HTTP 404)"),
        ]);
        cluster.ShouldBeOver();
    }

    [Fact]
    public async Task A_cluster_that_serves_nothing_does_not_look_clean()
    {
        using ScriptedCluster cluster = new ScriptedCluster().Serving();

        (SnapshotSummary summary, string text) = await cluster.Snapshot();

        summary.IsComplete.ShouldBeFalse();
        ListTests.Read(text).Problems.ShouldBe(["the cluster says that it serves nothing to read"]);
    }

    [Fact]
    public async Task Kinds_are_read_in_other_versions_too_where_that_is_wished()
    {
        using ScriptedCluster cluster = new ScriptedCluster()
            .Serving("autoscaling/v2 horizontalpodautoscalers HorizontalPodAutoscaler", "autoscaling/v1 horizontalpodautoscalers HorizontalPodAutoscaler")
            .On("/apis/autoscaling/v2/horizontalpodautoscalers?limit=500", 200, ScriptedCluster.List("HorizontalPodAutoscaler", "", "odoo"))
            .On("/apis/autoscaling/v1/horizontalpodautoscalers?limit=500", 200, ScriptedCluster.List("HorizontalPodAutoscaler", "", "odoo"));

        (_, string text) = await cluster.Snapshot(cluster.Wishes() with { AlsoVersions = ["autoscaling/v1", "autoscaling/v0"] });

        ListTests.Read(text).Objects.Select(one => one.ApiVersion).ShouldBe(["autoscaling/v2", "autoscaling/v1"]);
        cluster.ShouldBeOver();
    }

    [Fact]
    public async Task Kinds_that_are_left_out_as_a_rule_are_read_where_that_is_wished()
    {
        using ScriptedCluster cluster = new ScriptedCluster()
            .Serving("v1 endpoints Endpoints", "v1 events Event", "discovery.k8s.io/v1 endpointslices EndpointSlice", "wgpolicyk8s.io/v1alpha2 policyreports PolicyReport", "wgpolicyk8s.io/v1alpha2 others Other")
            .On("/api/v1/endpoints?limit=500", 200, ScriptedCluster.List("Endpoints", "", "outside"))
            .On("/apis/discovery.k8s.io/v1/endpointslices?limit=500", 200, ScriptedCluster.List("EndpointSlice", "", "outside-1"))
            .On("/apis/wgpolicyk8s.io/v1alpha2/policyreports?limit=500", 200, ScriptedCluster.List("PolicyReport", ""));

        (_, string text) = await cluster.Snapshot(cluster.Wishes() with
        {
            AlsoKinds = [new("", "Endpoints"), new("discovery.k8s.io", "endpointslices"), new("wgpolicyk8s.io", "PolicyReport"), new("hospital.example", "Ward")],
        });

        ListTests.Read(text).Kinds.Select(kind => (kind.ToString(), kind.Outcome, kind.Why)).ShouldBe(
        [
            ("endpoints", KindOutcome.Read, "left out as a rule: made by the cluster from services and pods"),
            ("endpointslices.discovery.k8s.io", KindOutcome.Read, "left out as a rule: made by the cluster from services and pods"),
            ("policyreports.wgpolicyk8s.io", KindOutcome.Read, "left out as a rule: results of scans"),
            ("events", KindOutcome.LeftOut, "tells what happened, not what is wanted"),
            ("others.wgpolicyk8s.io", KindOutcome.LeftOut, "results of scans"),
        ], ignoreOrder: true);
        cluster.ShouldBeOver();
    }

    /// <summary>Old clusters tell group by group, and groups of which nothing is wanted are not asked.</summary>
    [Fact]
    public async Task A_group_that_is_left_out_as_a_rule_is_asked_where_a_kind_of_it_is_wished()
    {
        using ScriptedCluster cluster = new ScriptedCluster()
            .On("/version", 200, "{}")
            .On("/api", 200, """{ "kind": "APIVersions", "versions": [] }""")
            .On("/apis", 200, """
                { "kind": "APIGroupList", "groups": [
                  { "name": "extensions", "versions": [{ "version": "v1beta1" }], "preferredVersion": { "version": "v1beta1" } },
                  { "name": "metrics.k8s.io", "versions": [{ "version": "v1beta1" }], "preferredVersion": { "version": "v1beta1" } },
                  { "name": "custom.metrics.k8s.io", "versions": [{ "version": "v1" }], "preferredVersion": { "version": "v1" } }] }
                """)
            .On("/apis/extensions/v1beta1", 200, """
                { "kind": "APIResourceList", "resources": [{ "name": "ingresses", "kind": "Ingress", "namespaced": true, "verbs": ["list"] }] }
                """)
            .On("/apis/metrics.k8s.io/v1beta1", 404, "{}")
            .On("/apis/extensions/v1beta1/ingresses?limit=500", 200, ScriptedCluster.List("Ingress", "", "odoo"));

        (SnapshotSummary summary, string text) = await cluster.Snapshot(
            cluster.Wishes() with { AlsoKinds = [new("extensions", "Ingress"), new("metrics.k8s.io", "*")] });

        summary.IsComplete.ShouldBeFalse();
        ListTests.Read(text).Kinds.Select(kind => (kind.ToString(), kind.Outcome)).ShouldBe(
        [
            ("ingresses.extensions", KindOutcome.Read),
            ("*.metrics.k8s.io", KindOutcome.Unknown),
            ("*.custom.metrics.k8s.io", KindOutcome.LeftOut),
        ]);
        cluster.ShouldBeOver();
    }

    [Theory]
    [InlineData("endpoints", "", "endpoints")]
    [InlineData("Endpoints", "", "Endpoints")]
    [InlineData("endpointslices.discovery.k8s.io", "discovery.k8s.io", "endpointslices")]
    [InlineData("discovery.k8s.io/EndpointSlice", "discovery.k8s.io", "EndpointSlice")]
    [InlineData("*.extensions", "extensions", "*")]
    public void Kinds_are_called_as_kubectl_and_manifests_call_them(string text, string group, string name) =>
        KindName.Parse(text).ShouldBe(new KindName(group, name));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("v1/endpoints/x")]
    [InlineData("end points")]
    [InlineData("/Endpoints")]
    [InlineData("endpoints.")]
    [InlineData("endpoints\n")]
    public void What_is_no_kind_is_not_taken_for_one(string text) => KindName.Parse(text).ShouldBeNull();

    private const string Autoscalers = """
        { "kind": "APIResourceList", "resources": [
          { "name": "horizontalpodautoscalers", "kind": "HorizontalPodAutoscaler", "namespaced": true, "verbs": ["list"] },
          { "name": "horizontalpodautoscalers/status", "kind": "HorizontalPodAutoscaler", "namespaced": true, "verbs": ["get"] }] }
        """;
}
