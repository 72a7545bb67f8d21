using System.Globalization;
using System.Net;
using System.Text;
using PolicyGate.Clusters.Access;
using PolicyGate.Clusters.Http;
using PolicyGate.Clusters.Snapshots;
using PolicyGate.Model.Live;

namespace PolicyGate.Clusters.Tests.ApiServer;

/// <summary>Snapshots of a real API server.</summary>
[Collection(ApiServerTestGroup.Name)]
public sealed class ApiServerTests(RunningApiServer server)
{
    private const string Canary = "canary-b81f02";

    [ApiServerFact]
    public async Task All_that_is_there_is_read_by_an_account_that_may_only_read()
    {
        await Namespace("all");
        await server.Create("api/v1/namespaces/all/configmaps", """{ "metadata": { "name": "settings" }, "data": { "size": "größe" } }""");
        await server.Create("apis/apps/v1/namespaces/all/deployments", """
            { "metadata": { "name": "odoo" }, "spec": { "selector": { "matchLabels": { "app": "odoo" } },
              "template": { "metadata": { "labels": { "app": "odoo" } }, "spec": { "containers": [{ "name": "odoo", "image": "odoo:17" }] } } } }
            """);
        await CustomKind();
        await server.Create("apis/hospital.example/v1/namespaces/all/wards", """{ "apiVersion": "hospital.example/v1", "kind": "Ward", "metadata": { "name": "icu" }, "spec": { "beds": 12 } }""");

        (SnapshotSummary summary, Snapshot snapshot, _) = await Take(server.Auditor);

        summary.IsComplete.ShouldBeTrue(string.Join('\n', summary.Kinds.Where(kind => kind.Why.Length > 0)));
        snapshot.ServerVersion.ShouldStartWith("v1.");
        LiveObject[] mine = [.. snapshot.Objects.Where(one => one.Namespace == "all")];
        mine.Select(one => $"{one.ApiVersion} {one.Kind} {one.Name}").ShouldBe(
            ["v1 ConfigMap settings", "apps/v1 Deployment odoo", "hospital.example/v1 Ward icu"]);
        mine[0].Root["data.size"].Text.ShouldBe("größe");
        mine[1].Root["spec.replicas"].Integer.ShouldBe(1);
        mine[1].Root["spec.template.spec.containers[0].imagePullPolicy"].Text.ShouldBe("IfNotPresent");
        mine[1].Root["metadata.managedFields[0].fieldsV1"].Field("f:spec").Exists.ShouldBeTrue();
        mine[1].Root["status"].IsMissing.ShouldBeTrue();
        mine[2].Root["spec.beds"].Integer.ShouldBe(12);
        snapshot.Kinds.Single(kind => kind is { Group: "autoscaling", Resource: "horizontalpodautoscalers" }).Versions.Length.ShouldBeGreaterThan(1);
        snapshot.Kinds.Single(kind => kind is { Group: "", Resource: "events" }).Outcome.ShouldBe(KindOutcome.LeftOut);
    }

    [ApiServerFact]
    public async Task Many_objects_come_in_pages_also_over_connections_that_break()
    {
        await Namespace("many");
        for (int number = 0; number < 130; number++)
        {
            string name = number.ToString("000", CultureInfo.InvariantCulture);
            await server.Create("api/v1/namespaces/many/configmaps", $$$"""{ "metadata": { "name": "c{{{name}}}" }, "data": { "text": "{{{new string('x', 1000)}}}" } }""");
        }

        using CuttingProxy proxy = new(server.Port, cuts: 5, afterBytes: 30_000);
        ClusterAccess throughProxy = server.Auditor with { Server = new($"https://127.0.0.1:{proxy.Port}/") };

        (SnapshotSummary summary, Snapshot snapshot, _) = await Take(throughProxy, wishes => wishes with { PageSize = 7, Namespaces = ["many"] });

        summary.IsComplete.ShouldBeTrue(string.Join('\n', summary.Kinds.Where(kind => kind.Why.Length > 0)));
        proxy.CutsLeft.ShouldBe(0);
        snapshot.Objects.Where(one => one.Kind == "ConfigMap").Select(one => one.Name)
            .ShouldBe(Enumerable.Range(0, 130).Select(number => $"c{number.ToString("000", CultureInfo.InvariantCulture)}"));
    }

    [ApiServerFact]
    public async Task A_list_that_expires_between_two_pages_is_begun_anew()
    {
        await Namespace("slow");
        for (int number = 0; number < 4; number++)
        {
            await server.Create("api/v1/namespaces/slow/configmaps", $$$"""{ "metadata": { "name": "c{{{number}}}" } }""");
        }

        DelayOnce delay = new(TimeSpan.FromSeconds(12), () => server.Create("api/v1/namespaces/slow/configmaps", """{ "metadata": { "name": "c9" } }"""));
        using KubernetesCluster cluster = KubernetesCluster.Connect(new() { Access = server.Auditor, Version = "1" });
        SnapshotWishes wishes = new() { Key = SecretKey.Generate(), PageSize = 2, Namespaces = ["slow"] };
        using MemoryStream output = new();

        SnapshotSummary summary = await SnapshotRun.Take(delay.Around(cluster), wishes, output, _ => { }, CancellationToken.None);

        summary.IsComplete.ShouldBeTrue(string.Join('\n', summary.Kinds.Where(kind => kind.Why.Length > 0)));
        delay.Expired.ShouldBe(1);
        ListTests.Read(Encoding.UTF8.GetString(output.ToArray())).Objects.Where(one => one.Kind == "ConfigMap")
            .Select(one => one.Name).ShouldBe(["c0", "c1", "c2", "c3", "c9"]);
    }

    [ApiServerFact]
    public async Task Kinds_that_are_left_out_as_a_rule_are_read_where_that_is_wished()
    {
        await Namespace("outside");
        await server.Create("api/v1/namespaces/outside/services", """{ "metadata": { "name": "db" }, "spec": { "ports": [{ "port": 5432, "protocol": "TCP" }] } }""");
        await server.Create("api/v1/namespaces/outside/endpoints", """
            { "metadata": { "name": "db" }, "subsets": [{ "addresses": [{ "ip": "192.0.2.7" }], "ports": [{ "port": 5432 }] }] }
            """);

        (SnapshotSummary summary, Snapshot snapshot, _) = await Take(
            server.Auditor, wishes => wishes with { Namespaces = ["outside"], AlsoKinds = [new("", "Endpoints"), new("coordination.k8s.io", "leases")] });

        summary.IsComplete.ShouldBeTrue(string.Join('\n', summary.Kinds.Where(kind => kind.Outcome == KindOutcome.Unknown)));
        snapshot.Objects.Single(one => one.Kind == "Endpoints").Root["subsets[0].addresses[0].ip"].Text.ShouldBe("192.0.2.7");
        snapshot.Kinds.Single(kind => kind.Resource == "endpoints").Why.ShouldStartWith("left out as a rule: ");
        snapshot.Kinds.Single(kind => kind.Resource == "leases").Outcome.ShouldBe(KindOutcome.Read);
        snapshot.Kinds.Single(kind => kind is { Resource: "endpointslices" }).Outcome.ShouldBe(KindOutcome.LeftOut);
    }

    [ApiServerFact]
    public async Task What_the_account_may_not_read_is_unknown()
    {
        await Namespace("narrow");
        await server.Create("apis/rbac.authorization.k8s.io/v1/namespaces/narrow/roles", """
            { "metadata": { "name": "narrow" }, "rules": [{ "apiGroups": [""], "resources": ["configmaps"], "verbs": ["list"] }] }
            """);
        await server.Create("apis/rbac.authorization.k8s.io/v1/namespaces/narrow/rolebindings", """
            { "metadata": { "name": "narrow" }, "roleRef": { "apiGroup": "rbac.authorization.k8s.io", "kind": "Role", "name": "narrow" },
              "subjects": [{ "apiGroup": "rbac.authorization.k8s.io", "kind": "User", "name": "narrow" }] }
            """);
        ClusterAccess narrow = server.Admin with { As = new("narrow", "", [], []) };

        (SnapshotSummary summary, Snapshot snapshot, _) = await Take(narrow, wishes => wishes with { Namespaces = ["narrow"] });

        summary.IsComplete.ShouldBeFalse();
        snapshot.Kinds.Single(kind => kind is { Group: "", Resource: "configmaps" }).Outcome.ShouldBe(KindOutcome.Read);
        KindAccount secrets = snapshot.Kinds.Single(kind => kind.Resource == "secrets");
        secrets.Outcome.ShouldBe(KindOutcome.Unknown);
        secrets.Why.ShouldContain("secrets is forbidden: User \"narrow\" cannot list resource \"secrets\"");
    }

    [ApiServerFact]
    public async Task A_token_that_is_not_accepted_makes_no_clean_snapshot()
    {
        (SnapshotSummary summary, Snapshot snapshot, _) = await Take(server.Access("expired"));

        summary.IsComplete.ShouldBeFalse();
        snapshot.Kinds.ShouldBeEmpty();
        snapshot.Problems.Single().ShouldStartWith("the cluster could not be read: the cluster does not accept the credentials: Unauthorized");
    }

    [ApiServerFact]
    public async Task The_values_of_secrets_are_nowhere()
    {
        await Namespace("secrets");
        string inBase64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(Canary));
        await server.Create("api/v1/namespaces/secrets/secrets", $$$"""
            { "metadata": { "name": "db", "annotations": { "kubectl.kubernetes.io/last-applied-configuration": "{\"stringData\":{\"p\":\"{{{Canary}}}\"}}" } },
              "stringData": { "password": "{{{Canary}}}" } }
            """);

        (_, Snapshot snapshot, string text) = await Take(server.Auditor);

        text.ShouldNotContain(Canary);
        text.ShouldNotContain(inBase64);
        snapshot.Objects.Single(one => one is { Kind: "Secret", Namespace: "secrets" }).Root["data.password"].Text.ShouldStartWith(SecretKey.Prefix);
    }

    private static async Task<(SnapshotSummary Summary, Snapshot Snapshot, string Text)> Take(
        ClusterAccess access, Func<SnapshotWishes, SnapshotWishes>? change = null)
    {
        using KubernetesCluster cluster = KubernetesCluster.Connect(new() { Access = access, Version = "1" });
        SnapshotWishes wishes = (change ?? (same => same))(new() { Key = SecretKey.Generate() });
        using MemoryStream output = new();
        SnapshotSummary summary = await SnapshotRun.Take(cluster, wishes, output, _ => { }, CancellationToken.None);
        string text = Encoding.UTF8.GetString(output.ToArray());
        return (summary, ListTests.Read(text), text);
    }

    private Task<HttpStatusCode> Namespace(string name) => server.Create("api/v1/namespaces", $$$"""{ "metadata": { "name": "{{{name}}}" } }""");

    private async Task CustomKind()
    {
        await server.Create("apis/apiextensions.k8s.io/v1/customresourcedefinitions", """
            { "metadata": { "name": "wards.hospital.example" }, "spec": { "group": "hospital.example", "scope": "Namespaced",
              "names": { "plural": "wards", "singular": "ward", "kind": "Ward", "listKind": "WardList" },
              "versions": [{ "name": "v1", "served": true, "storage": true,
                "schema": { "openAPIV3Schema": { "type": "object", "x-kubernetes-preserve-unknown-fields": true } } }] } }
            """);
        for (int attempt = 0; attempt < 100; attempt++)
        {
            if (await server.Send(HttpMethod.Post, "apis/hospital.example/v1/namespaces/default/wards?dryRun=All",
                """{ "apiVersion": "hospital.example/v1", "kind": "Ward", "metadata": { "name": "probe" } }""", mayFail: true) == HttpStatusCode.Created)
            {
                return;
            }

            await Task.Delay(100);
        }
    }
}
