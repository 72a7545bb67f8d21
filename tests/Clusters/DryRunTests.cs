using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using PolicyGate.Clusters.Http;
using PolicyGate.Clusters.Snapshots;
using PolicyGate.Clusters.Tests.Scripted;

namespace PolicyGate.Clusters.Tests;

/// <summary>What a cluster says to dry runs.</summary>
public sealed class DryRunTests
{
    private const string Address = "/apis/apps/v1/namespaces/erp/deployments/odoo?dryRun=All&fieldManager=argocd&force=false";
    private const string SecretAddress = "/api/v1/namespaces/erp/secrets/db?dryRun=All&fieldManager=argocd&force=false";
    private const string Canary = "canary-77a1";
    private const string Json = """{ "apiVersion": "apps/v1", "kind": "Deployment", "metadata": { "name": "odoo" } }""";

    private static readonly ServedKind Deployments = new("apps", "v1", "Deployment", "deployments", IsNamespaced: true, ["v1"]);
    private static readonly ServedKind Roles = new("rbac.authorization.k8s.io", "v1", "ClusterRole", "clusterroles", IsNamespaced: false, ["v1"]);
    private static readonly ServedKind Secrets = new("", "v1", "Secret", "secrets", IsNamespaced: true, ["v1"]);

    [Fact]
    public async Task What_would_be_stored_is_given()
    {
        using ScriptedCluster cluster = new ScriptedCluster()
            .On(Address, 200, """{ "kind": "Deployment", "metadata": { "name": "odoo", "generation": 2 } }""");

        DryRunOutcome outcome = (await Apply(cluster)).Value!;

        outcome.ShouldBeOfType<DryRunOutcome.Stored>().Object.GetProperty("metadata").GetProperty("generation").GetInt32().ShouldBe(2);
        HttpRequestMessage request = cluster.Requests.Single();
        request.Method.ShouldBe(HttpMethod.Patch);
        request.Headers.Authorization.ShouldBe(new AuthenticationHeaderValue("Bearer", ScriptedCluster.Token));
        cluster.ShouldBeOver();
    }

    [Theory]
    [InlineData("system:auditors", "fluxcd", true, "/apis/rbac.authorization.k8s.io/v1/clusterroles/system%3Aauditors?dryRun=All&fieldManager=fluxcd&force=true")]
    [InlineData("a", "x&dryRun=None", false, "/apis/rbac.authorization.k8s.io/v1/clusterroles/a?dryRun=All&fieldManager=x%26dryRun%3DNone&force=false")]
    public async Task Names_and_managers_are_escaped(string name, string manager, bool force, string address)
    {
        using ScriptedCluster cluster = new ScriptedCluster().On(address, 201, """{ "metadata": { "name": "a" } }""");
        using DryRunCluster dry = cluster.DryRun();

        ClusterAnswer<DryRunOutcome> answer = await dry.Apply(Roles, null, name, Bytes(Json), manager, force, CancellationToken.None);

        answer.Value.ShouldBeOfType<DryRunOutcome.Stored>();
        cluster.ShouldBeOver();
    }

    /// <summary>A slash, escaped or not, would lead to what is below the object.</summary>
    [Theory]
    [InlineData("odoo/proxy")]
    [InlineData("odoo%2Fproxy")]
    [InlineData("..")]
    [InlineData("")]
    public async Task A_name_that_leads_elsewhere_is_refused_and_not_sent(string name)
    {
        using ScriptedCluster cluster = new();
        using DryRunCluster dry = cluster.DryRun();

        ClusterAnswer<DryRunOutcome> byName = await dry.Apply(Deployments, "erp", name, Bytes(Json), "argocd", false, CancellationToken.None);
        ClusterAnswer<DryRunOutcome> byNamespace = await dry.Apply(Deployments, name, "odoo", Bytes(Json), "argocd", false, CancellationToken.None);

        byName.Value.ShouldBe(new DryRunOutcome.Refused("no object can have this name or namespace"));
        byNamespace.Value.ShouldBe(byName.Value);
        cluster.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task Conflicts_are_given_with_their_fields_and_managers()
    {
        using ScriptedCluster cluster = new ScriptedCluster().On(Address, 409, """
            { "kind": "Status", "message": "Apply failed with 3 conflicts", "reason": "Conflict", "code": 409, "details": { "causes": [
              { "reason": "FieldManagerConflict", "message": "conflict with \"kubectl-edit\" using apps/v1 at 2026-03-14T09:00:00Z", "field": ".spec.replicas" },
              { "reason": "FieldManagerConflict", "message": "conflict with \"a \\\"b\\\\\" with subresource \"scale\" using apps/v1", "field": ".spec.template.spec.containers[name=\"odoo\"].image" },
              { "reason": "FieldManagerConflict", "message": "something else", "field": ".metadata.labels" },
              { "reason": "UnknownReason", "message": "conflict with \"x\"", "field": ".x" }] } }
            """);

        DryRunOutcome outcome = (await Apply(cluster)).Value!;

        outcome.ShouldBeOfType<DryRunOutcome.Conflicting>().Conflicts.ShouldBe(
        [
            new(".spec.replicas", "kubectl-edit"),
            new(""".spec.template.spec.containers[name="odoo"].image""", """a "b\"""),
            new(".metadata.labels", "something else"),
        ]);
        cluster.ShouldBeOver();
    }

    /// <summary>Each line: what the server answers; it is asked once only.</summary>
    [Theory]
    [InlineData(400, "strict decoding error: unknown field \\\"spec.foo\\\"")]
    [InlineData(403, "pods \\\"odoo\\\" is forbidden: violates PodSecurity \\\"restricted:latest\\\"")]
    [InlineData(403, "deployments \\\"odoo\\\" is forbidden: exceeded quota: small")]
    [InlineData(413, "Request entity too large: limit is 3145728")]
    [InlineData(422, "Deployment.apps \\\"odoo\\\" is invalid: spec.selector: Required value")]
    [InlineData(500, "failed to create typed patch object (erp/odoo; apps/v1, Kind=Deployment): .spec.foo: field not declared in schema")]
    public async Task What_the_server_would_not_take_is_given_in_its_words(int status, string message)
    {
        using ScriptedCluster cluster = new ScriptedCluster().On(Address, status, Status(status, message));

        (await Apply(cluster)).Value.ShouldBe(new DryRunOutcome.Refused(message.Replace("\\\"", "\"", StringComparison.Ordinal)));

        cluster.Received.Count.ShouldBe(1);
    }

    /// <summary>Each line: what the server answers, and why nothing is known then.</summary>
    [Theory]
    [InlineData(401, "Unauthorized", ClusterProblemKind.Unauthorized, "the cluster does not accept the credentials: Unauthorized; renew them")]
    [InlineData(403, "deployments.apps \\\"odoo\\\" is forbidden: User \\\"auditor\\\" cannot patch resource \\\"deployments\\\"", ClusterProblemKind.Forbidden,
        "the account may not patch this: deployments.apps \"odoo\" is forbidden: User \"auditor\" cannot patch resource \"deployments\"; give it the verb patch")]
    [InlineData(404, "namespaces \\\"erp\\\" not found", ClusterProblemKind.NotFound, "it is not there: namespaces \"erp\" not found")]
    [InlineData(400, "admission webhook \\\"a.example\\\" does not support dry run", ClusterProblemKind.Unsupported,
        "the cluster does not accept the request: admission webhook \"a.example\" does not support dry run")]
    [InlineData(405, "the server does not allow this method on the requested resource", ClusterProblemKind.Unsupported, "the cluster does not accept the request")]
    [InlineData(415, "the body of the request was in an unknown format", ClusterProblemKind.Unsupported, "the cluster does not accept the request")]
    public async Task What_says_nothing_of_the_object_is_a_problem(int status, string message, ClusterProblemKind kind, string words)
    {
        using ScriptedCluster cluster = new ScriptedCluster().On(Address, status, Status(status, message));

        ClusterProblem problem = (await Apply(cluster)).Problem!;

        problem.Kind.ShouldBe(kind);
        problem.ToString().ShouldStartWith(words);
        problem.Request.ShouldBe("PATCH /apis/apps/v1/namespaces/erp/deployments/odoo?dryRun=All");
        cluster.Received.Count.ShouldBe(1);
    }

    /// <summary>A proxy's refusal is not the cluster's.</summary>
    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(413)]
    [InlineData(422)]
    public async Task What_the_api_does_not_say_is_no_refusal_of_the_object(int status)
    {
        using ScriptedCluster cluster = new ScriptedCluster().On(Address, status, "<html>Blocked</html>");

        (await Apply(cluster)).Problem.ShouldNotBeNull().HttpStatus.ShouldBe(status);
    }

    [Fact]
    public async Task What_may_go_better_is_asked_again()
    {
        using ScriptedCluster cluster = new ScriptedCluster()
            .On(Address, 429, "{}", "Retry-After: 3")
            .On(Address, 500, Status(500, "failed calling webhook"))
            .On(Address, 409, Status(409, "the object has been modified"))
            .Breaks(Address, new HttpIOException(HttpRequestError.ResponseEnded))
            .On(Address, 200, """{ "kind": "Deployment", "meta""")
            .On(Address, 200, """{ "kind": "Deployment", "metadata": { "name": "odoo" } }""");

        (await Apply(cluster)).Value.ShouldBeOfType<DryRunOutcome.Stored>();

        cluster.Time.Waits.Length.ShouldBe(5);
        cluster.Requests.ShouldAllBe(request => request.Method == HttpMethod.Patch);
        cluster.ShouldBeOver();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("<html>Please log in</html>")]
    [InlineData("""{ "kind": "Status", "status": "Success" }""")]
    public async Task What_is_no_object_is_not_taken_for_one(string body)
    {
        using ScriptedCluster cluster = new();
        for (int attempt = 0; attempt < 6; attempt++)
        {
            cluster.On(Address, 200, body);
        }

        (await Apply(cluster)).Problem.ShouldNotBeNull().Kind.ShouldBe(ClusterProblemKind.Unreadable);
        cluster.ShouldBeOver();
    }

    [Theory]
    [InlineData(422)]
    [InlineData(500)]
    [InlineData(404)]
    [InlineData(401)]
    public async Task No_words_about_a_secret_are_shown(int status)
    {
        using ScriptedCluster cluster = new ScriptedCluster()
            .On(SecretAddress, status, Status(status, $"failed to create typed patch object: .stringData.pin: expected string, got {Canary}"));
        using DryRunCluster dry = cluster.DryRun();

        ClusterAnswer<DryRunOutcome> answer = await dry.Apply(
            Secrets, "erp", "db", Bytes($$"""{ "stringData": { "pin": "{{Canary}}" } }"""), "argocd", false, CancellationToken.None);

        string said = $"{answer.Value}{answer.Problem}";
        said.ShouldNotContain(Canary);
        said.ShouldContain(status is 422 or 500 ? $"the server would not take this Secret (HTTP {status})" : $"HTTP {status}");
    }

    [Fact]
    public void The_values_of_a_secret_are_hashed_as_in_a_snapshot()
    {
        using JsonDocument stored = JsonDocument.Parse($$"""
            { "kind": "Secret", "apiVersion": "v1", "metadata": { "name": "db", "namespace": "erp" }, "data": { "pin": "{{Convert.ToBase64String(Bytes(Canary).Span)}}" } }
            """);

        var document = SnapshotObject.Of(Secrets, stored.RootElement, SecretKey.Generate());

        document.Root["metadata.name"].Text.ShouldBe("db");
        document.Root["data.pin"].Text.ShouldStartWith(SecretKey.Prefix);
    }

    [Fact]
    public void What_is_given_for_another_kind_is_without_status()
    {
        using JsonDocument stored = JsonDocument.Parse("""{ "metadata": { "name": "odoo" }, "spec": { "replicas": 3 }, "status": {} }""");

        var document = SnapshotObject.Of(Deployments, stored.RootElement, SecretKey.Generate());

        document.Root.Fields.Select(field => field.Name).ShouldBe(["apiVersion", "kind", "metadata", "spec"]);
        document.Root["spec.replicas"].Integer.ShouldBe(3);
    }

    /// <summary>The server reads it as YAML.</summary>
    [Fact]
    public async Task What_is_sent_is_yaml_too()
    {
        string? sent = null;
        using ScriptedCluster cluster = new ScriptedCluster();
        cluster.On(Address, async cancellation =>
        {
            sent = await cluster.Requests.Last().Content!.ReadAsStringAsync(cancellation);
            return ScriptedCluster.Message(200, """{ "metadata": { "name": "odoo" } }""");
        });

        (await Apply(cluster, "{\t\"a\": \"\\ud83d\\ude00 \U0001F600 ä \u2028\u0085\u007f \\\\ud83d\\\\ude00 \\\"\",\n \"b\": [1.50, 12345678901234567890] }")).IsGiven.ShouldBeTrue();

        sent.ShouldBe("{\"a\":\"\U0001F600 \U0001F600 ä \\u2028\\u0085\\u007F \\\\ud83d\\\\ude00 \\\"\",\"b\":[1.50,12345678901234567890]}");
        cluster.Requests.Single().Content!.Headers.ContentType!.ToString().ShouldBe("application/apply-patch+yaml");
    }

    private static async Task<ClusterAnswer<DryRunOutcome>> Apply(ScriptedCluster cluster, string json = Json)
    {
        using DryRunCluster dry = cluster.DryRun();
        return await dry.Apply(Deployments, "erp", "odoo", Bytes(json), "argocd", force: false, CancellationToken.None);
    }

    private static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Status(int code, string message) =>
        $$"""{ "kind": "Status", "apiVersion": "v1", "status": "Failure", "message": "{{message}}", "code": {{code}} }""";
}
