using System.Net;
using System.Text.Json.Nodes;
using PolicyGate.Clusters.Tests.ApiServer;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Tests;

/// <summary>
/// The estate beside these tests, in a folder and on the server under names of its own: <c>erp</c> stands for them in its
/// files.
/// </summary>
internal sealed class DeployedEstate : IDisposable
{
    private const string LastApplied = "kubectl.kubernetes.io/last-applied-configuration";

    private static readonly string Source = Repository.At("tests", "EndToEnd", "Drift");

    private readonly TemporaryDirectory work = new();
    private readonly RunningApiServer server;
    private readonly string name;
    private readonly bool isOlderServer;

    private DeployedEstate(RunningApiServer server, string name, bool isOlderServer)
    {
        (this.server, this.name, this.isOlderServer) = (server, name, isOlderServer);
        work.Write("environment.yaml", Text("estate/environment.yaml"));
        work.Write("manifests/all.yaml", Text("estate/manifests/all.yaml"));
    }

    /// <summary>Where git is.</summary>
    public string Path => work.Path;

    /// <param name="server">To which it is deployed.</param>
    /// <param name="name">Its own on that server.</param>
    /// <param name="isServerSide">By server-side apply; otherwise as kubectl does it by itself.</param>
    public static async Task<DeployedEstate> On(RunningApiServer server, string name, bool isServerSide)
    {
        // policy/v1 and CronJob of batch/v1 came with Kubernetes 1.21.
        bool isOlder = await server.Send(HttpMethod.Get, "apis/policy/v1", "", mayFail: true) == HttpStatusCode.NotFound;
        DeployedEstate estate = new(server, name, isOlder);
        foreach (Node manifest in JsonOfYaml.Documents(estate.work.Read("manifests/all.yaml")))
        {
            await estate.Deploy(manifest, isServerSide);
        }

        return estate;
    }

    public IEnumerable<Mutation> Mutations => Mutation.Read(Text("mutations.yaml"));

    public ProgramRun Drift(string token, params string[] more)
    {
        work.Write("kubeconfig", Kubeconfig(token));
        return PolicyGateProcess.RunWith(
            new() { ["NO_PROXY"] = "127.0.0.1" },
            work.Path,
            ["drift", ".", "--kubeconfig", "kubeconfig", "--policy", "rbac/no-wildcards", "--output", "json", .. more]);
    }

    public string Read(string file) => work.Read(file);

    public void Dispose() => work.Dispose();

    private async Task Deploy(Node manifest, bool isServerSide)
    {
        JsonObject body = (JsonObject)JsonOfYaml.Of(manifest)!;
        string address = AddressOf(manifest);
        if (isServerSide)
        {
            await UntilServed(() => server.Apply($"{address}/{manifest["metadata.name"]}", "kubectl", body.ToJsonString()), address);
            return;
        }

        JsonObject metadata = (JsonObject)body["metadata"]!;
        metadata["annotations"] = new JsonObject { [LastApplied] = $"{body.ToJsonString()}\n" };
        await UntilServed(() => server.Create($"{address}?fieldManager=kubectl-client-side-apply", body.ToJsonString()), address);
    }

    /// <summary>A kind is served some time after its definition is there.</summary>
    private async Task UntilServed(Func<Task> deploy, string address)
    {
        for (int attempt = 0; attempt < 100 && await server.Send(HttpMethod.Get, address, "", mayFail: true) == HttpStatusCode.NotFound; attempt++)
        {
            await Task.Delay(100);
        }

        await deploy();
    }

    private static string AddressOf(Node manifest)
    {
        string version = manifest["apiVersion"].Text, kind = manifest["kind"].Text.ToLowerInvariant(), ns = manifest["metadata.namespace"].Text;
        string kinds = kind.EndsWith('s') ? $"{kind}es" : kind.EndsWith('y') ? $"{kind[..^1]}ies" : $"{kind}s";
        return $"{(version.Contains('/') ? "apis" : "api")}/{version}/{(ns.Length > 0 ? $"namespaces/{ns}/" : "")}{kinds}";
    }

    private string Text(string file)
    {
        string text = File.ReadAllText(System.IO.Path.Combine(Source, file)).Replace("erp", name, StringComparison.Ordinal);
        return isOlderServer
            ? text.Replace("batch/v1", "batch/v1beta1", StringComparison.Ordinal).Replace("policy/v1", "policy/v1beta1", StringComparison.Ordinal)
            : text;
    }

    private string Kubeconfig(string token)
    {
        string authority = Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(server.Auditor.Authorities[0].ExportCertificatePem()));
        return $$"""
            current-context: test
            clusters: [{ name: test, cluster: { server: "{{server.Auditor.Server}}", certificate-authority-data: {{authority}} } }]
            users: [{ name: test, user: { token: {{token}} } }]
            contexts: [{ name: test, context: { cluster: test, user: test } }]
            """;
    }
}
