using PolicyGate.Clusters.Snapshots;
using PolicyGate.Clusters.Tests.Scripted;
using PolicyGate.Model.Live;

namespace PolicyGate.Clusters.Tests;

/// <summary>Snapshots of some namespaces only.</summary>
public sealed class NamespaceTests
{
    [Fact]
    public async Task Only_they_are_read_and_what_is_left_out_is_told()
    {
        using ScriptedCluster cluster = new ScriptedCluster()
            .Serving("v1 namespaces Namespace cluster", "v1 pods Pod", "rbac.authorization.k8s.io/v1 clusterroles ClusterRole cluster")
            .On("/api/v1/namespaces/erp", 200, """{ "kind": "Namespace", "metadata": { "name": "erp" }, "status": { "phase": "Terminating", "conditions": [] } }""")
            .On("/api/v1/namespaces/data", 200, """{ "kind": "Namespace", "metadata": { "name": "data" } }""")
            .On("/api/v1/namespaces/erp/pods?limit=500", 200, ScriptedCluster.List("Pod", "", "odoo"))
            .On("/api/v1/namespaces/data/pods?limit=500", 200, ScriptedCluster.List("Pod", "", "postgres"));

        (SnapshotSummary summary, string text) = await cluster.Snapshot(cluster.Wishes() with { Namespaces = ["erp", "data"] });

        summary.IsComplete.ShouldBeTrue();
        Snapshot snapshot = ListTests.Read(text);
        snapshot.Namespaces.ShouldBe(["erp", "data"]);
        snapshot.Objects.Select(one => $"{one.Kind} {one.Name}").ShouldBe(["Namespace erp", "Namespace data", "Pod odoo", "Pod postgres"]);
        snapshot.Objects[0].Root["status"].Fields.Select(field => $"{field.Name}: {field}").ShouldBe(["phase: Terminating"]);
        snapshot.Objects[2].Root["status"].IsMissing.ShouldBeTrue();
        snapshot.Kinds.Single(kind => kind.Resource == "clusterroles").ShouldSatisfyAllConditions(
            kind => kind.Outcome.ShouldBe(KindOutcome.LeftOut),
            kind => kind.Why.ShouldBe("only some namespaces were to be read, and it has none"));
        cluster.ShouldBeOver();
    }

    [Fact]
    public async Task One_that_is_not_there_does_not_look_clean()
    {
        using ScriptedCluster cluster = new ScriptedCluster()
            .Serving("v1 namespaces Namespace cluster", "v1 pods Pod")
            .On("/api/v1/namespaces/epr", 404, """{ "kind": "Status", "message": "namespaces \"epr\" not found" }""")
            .On("/api/v1/namespaces/epr/pods?limit=500", 200, ScriptedCluster.List("Pod", ""));

        (SnapshotSummary summary, string text) = await cluster.Snapshot(cluster.Wishes() with { Namespaces = ["epr"] });

        summary.IsComplete.ShouldBeFalse();
        ListTests.Read(text).Kinds[0].Why.ShouldBe(
            "namespace 'epr': it is not there: namespaces \"epr\" not found (GET /api/v1/namespaces/epr, HTTP 404)");
    }
}
