using System.Text;
using System.Text.Json;
using PolicyGate.Clusters.Http;
using PolicyGate.Clusters.Snapshots;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Clusters.Tests.ApiServer;

/// <summary>Dry runs against a real API server.</summary>
[Collection(ApiServerTestGroup.Name)]
public sealed class DryRunApiServerTests(RunningApiServer server)
{
    private const string Canary = "canary-5e0d";

    private static readonly ServedKind ConfigMaps = new("", "v1", "ConfigMap", "configmaps", IsNamespaced: true, ["v1"]);
    private static readonly ServedKind Secrets = new("", "v1", "Secret", "secrets", IsNamespaced: true, ["v1"]);
    private static readonly ServedKind Deployments = new("apps", "v1", "Deployment", "deployments", IsNamespaced: true, ["v1"]);

    [ApiServerFact]
    public async Task What_would_be_stored_is_told_and_nothing_is_stored()
    {
        await Deploy("stored", replicas: 2, manager: "argocd");
        JsonElement before = await Live("stored");

        DryRunOutcome outcome = await Apply("stored", Odoo(5), "argocd");

        JsonElement stored = outcome.ShouldBeOfType<DryRunOutcome.Stored>().Object;
        stored.GetProperty("spec").GetProperty("replicas").GetInt32().ShouldBe(5);
        stored.GetProperty("spec").GetProperty("revisionHistoryLimit").GetInt32().ShouldBe(10);
        stored.GetProperty("metadata").GetProperty("uid").GetString().ShouldBe(before.GetProperty("metadata").GetProperty("uid").GetString());
        JsonElement after = await Live("stored");
        after.GetRawText().ShouldBe(before.GetRawText());
    }

    [ApiServerFact]
    public async Task What_is_not_there_would_be_created_and_is_not()
    {
        await server.Create("api/v1/namespaces", """{ "metadata": { "name": "created" } }""");

        (await Apply("created", Odoo(1), "argocd")).ShouldBeOfType<DryRunOutcome.Stored>();

        using KubernetesCluster reader = Reader();
        (await reader.Get(Deployments, "created", "odoo", CancellationToken.None)).Problem!.Kind.ShouldBe(ClusterProblemKind.NotFound);
    }

    [ApiServerFact]
    public async Task Conflicts_are_named_and_can_be_forced()
    {
        await Deploy("conflicts", replicas: 2, manager: "fluxcd");

        DryRunOutcome.Conflicting conflicting = (await Apply("conflicts", Odoo(5), "argocd")).ShouldBeOfType<DryRunOutcome.Conflicting>();
        DryRunOutcome forced = await Apply("conflicts", Odoo(5), "argocd", force: true);

        conflicting.Conflicts.ShouldBe([new(".spec.replicas", "fluxcd")]);
        forced.ShouldBeOfType<DryRunOutcome.Stored>().Object.GetProperty("spec").GetProperty("replicas").GetInt32().ShouldBe(5);
        (await Live("conflicts")).GetProperty("spec").GetProperty("replicas").GetInt32().ShouldBe(2);
    }

    /// <summary>Each is answered at once: what the server would never take is not asked for again.</summary>
    [ApiServerFact]
    public async Task What_the_server_would_not_take_is_told_in_its_words()
    {
        await server.Create("api/v1/namespaces", """{ "metadata": { "name": "refused" } }""");

        await ShouldBeRefused("""{ "replicaz": 1 }""", ".spec.replicaz: field not declared in schema");
        await ShouldBeRefused("""{ "replicas": 1 }""", "spec.selector: Required value");
        await ShouldBeRefused("""{ "replicas": "many" }""", "replicas");

        async Task ShouldBeRefused(string spec, string words)
        {
            using DryRunCluster dry = Admin();
            string json = $$"""{ "apiVersion": "apps/v1", "kind": "Deployment", "metadata": { "name": "odoo" }, "spec": {{spec}} }""";
            ClusterAnswer<DryRunOutcome> answer = await dry.Apply(Deployments, "refused", "odoo", Bytes(json), "argocd", false, CancellationToken.None);
            answer.Value.ShouldBeOfType<DryRunOutcome.Refused>().Message.ShouldContain(words);
            dry.Requests.ShouldBe(1);
        }
    }

    [ApiServerFact]
    public async Task An_account_that_may_only_read_is_told_so()
    {
        await Deploy("auditor", replicas: 2, manager: "argocd");
        using DryRunCluster dry = DryRunCluster.Connect(new() { Access = server.Auditor, Version = "1" });

        ClusterProblem problem = (await dry.Apply(
            Deployments, "auditor", "odoo", Bytes(Odoo(5)), "argocd", force: true, CancellationToken.None)).Problem!;

        problem.Kind.ShouldBe(ClusterProblemKind.Forbidden);
        problem.ToString().ShouldStartWith("the account may not patch this: ");
        problem.ToString().ShouldContain("User \"auditor\" cannot patch resource \"deployments\" in API group \"apps\" in the namespace \"auditor\"");
    }

    [ApiServerFact]
    public async Task A_namespace_that_is_not_there_and_credentials_that_are_not_accepted_are_problems()
    {
        using DryRunCluster dry = Admin();
        using DryRunCluster stranger = DryRunCluster.Connect(new() { Access = server.Access("expired"), Version = "1" });
        ReadOnlyMemory<byte> json = Bytes(Odoo(5));

        (await dry.Apply(Deployments, "nowhere", "odoo", json, "argocd", false, CancellationToken.None)).Problem!.Kind.ShouldBe(ClusterProblemKind.NotFound);
        (await stranger.Apply(Deployments, "default", "odoo", json, "argocd", false, CancellationToken.None)).Problem!.Kind.ShouldBe(ClusterProblemKind.Unauthorized);
    }

    /// <summary>The server reads as YAML what is sent.</summary>
    [ApiServerFact]
    public async Task Texts_arrive_as_they_are()
    {
        string text = "\U0001F600 ä \u2028\u0085\u007f\ufeff \"quoted\" \\ \t\r\n: - # {}" + new string('x', 3000);
        string json = JsonSerializer.Serialize(new { apiVersion = "v1", kind = "ConfigMap", metadata = new { name = "texts" }, data = new { text } });
        using DryRunCluster dry = Admin();

        ClusterAnswer<DryRunOutcome> answer = await dry.Apply(ConfigMaps, "default", "texts", Bytes(json), "argocd", false, CancellationToken.None);

        answer.Value.ShouldBeOfType<DryRunOutcome.Stored>().Object.GetProperty("data").GetProperty("text").GetString().ShouldBe(text);
    }

    [ApiServerFact]
    public async Task A_secret_compares_with_that_of_a_snapshot_and_no_message_quotes_its_values()
    {
        SecretKey key = SecretKey.Generate();
        string right = $$"""{ "apiVersion": "v1", "kind": "Secret", "metadata": { "name": "db" }, "stringData": { "pin": "{{Canary}}" } }""";
        string wrong = """{ "apiVersion": "v1", "kind": "Secret", "metadata": { "name": "db" }, "stringData": { "pin": 987123 } }""";
        await server.Create("api/v1/namespaces/default/secrets", right);
        using DryRunCluster dry = Admin();
        using KubernetesCluster reader = Reader();

        DryRunOutcome stored = (await dry.Apply(Secrets, "default", "db", Bytes(right), "argocd", true, CancellationToken.None)).Value!;
        DryRunOutcome refused = (await dry.Apply(Secrets, "default", "db", Bytes(wrong), "argocd", true, CancellationToken.None)).Value!;
        JsonElement live = (await reader.Get(Secrets, "default", "db", CancellationToken.None)).Value;

        Node would = SnapshotObject.Of(Secrets, stored.ShouldBeOfType<DryRunOutcome.Stored>().Object, key).Root;
        would["data.pin"].Text.ShouldBe(SnapshotObject.Of(Secrets, live, key).Root["data.pin"].Text);
        refused.ShouldBeOfType<DryRunOutcome.Refused>().Message.ShouldNotContain("987123");
    }

    private static string Odoo(int replicas) => $$$"""
        { "apiVersion": "apps/v1", "kind": "Deployment", "metadata": { "name": "odoo" },
          "spec": { "replicas": {{{replicas}}}, "selector": { "matchLabels": { "app": "odoo" } },
            "template": { "metadata": { "labels": { "app": "odoo" } }, "spec": { "containers": [{ "name": "odoo", "image": "odoo:17" }] } } } }
        """;

    private async Task Deploy(string ns, int replicas, string manager)
    {
        await server.Create("api/v1/namespaces", $$$"""{ "metadata": { "name": "{{{ns}}}" } }""");
        await server.Apply($"apis/apps/v1/namespaces/{ns}/deployments/odoo", manager, Odoo(replicas));
    }

    private async Task<DryRunOutcome> Apply(string ns, string json, string manager, bool force = false)
    {
        using DryRunCluster dry = Admin();
        ClusterAnswer<DryRunOutcome> answer = await dry.Apply(Deployments, ns, "odoo", Bytes(json), manager, force, CancellationToken.None);
        answer.IsGiven.ShouldBeTrue(answer.Problem?.ToString());
        return answer.Value!;
    }

    private async Task<JsonElement> Live(string ns)
    {
        using KubernetesCluster reader = Reader();
        return (await reader.Get(Deployments, ns, "odoo", CancellationToken.None)).Value;
    }

    private DryRunCluster Admin() => DryRunCluster.Connect(new() { Access = server.Admin, Version = "1" });

    private KubernetesCluster Reader() => KubernetesCluster.Connect(new() { Access = server.Admin, Version = "1" });

    private static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
