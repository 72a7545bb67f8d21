using System.Net;
using System.Text.RegularExpressions;
using PolicyGate.Tests;

namespace PolicyGate.Clusters.Tests.ApiServer;

/// <summary>The manifests of <c>deploy/kubernetes</c>, given to a real API server, which validates them and keeps nothing.</summary>
public sealed partial class DeployTests(RunningApiServer server) : IClassFixture<RunningApiServer>
{
    private const string Namespace = "policygate";

    private static readonly Dictionary<string, string> Addresses = new()
    {
        ["v1 Namespace"] = "api/v1/namespaces",
        ["v1 ServiceAccount"] = $"api/v1/namespaces/{Namespace}/serviceaccounts",
        ["v1 ResourceQuota"] = $"api/v1/namespaces/{Namespace}/resourcequotas",
        ["v1 LimitRange"] = $"api/v1/namespaces/{Namespace}/limitranges",
        ["scheduling.k8s.io/v1 PriorityClass"] = "apis/scheduling.k8s.io/v1/priorityclasses",
        ["v1 PersistentVolumeClaim"] = $"api/v1/namespaces/{Namespace}/persistentvolumeclaims",
        ["batch/v1 CronJob"] = $"apis/batch/v1/namespaces/{Namespace}/cronjobs",
        ["networking.k8s.io/v1 NetworkPolicy"] = $"apis/networking.k8s.io/v1/namespaces/{Namespace}/networkpolicies",
        ["rbac.authorization.k8s.io/v1 ClusterRole"] = "apis/rbac.authorization.k8s.io/v1/clusterroles",
        ["rbac.authorization.k8s.io/v1 ClusterRoleBinding"] = "apis/rbac.authorization.k8s.io/v1/clusterrolebindings",
    };

    [ApiServerFact]
    public async Task A_real_API_server_takes_every_manifest()
    {
        await server.Create("api/v1/namespaces", $$"""{ "metadata": { "name": "{{Namespace}}" } }""");
        foreach ((string file, string text) in Manifests().Where(one => KindOf(one.Text) != "v1 Namespace"))
        {
            HttpStatusCode answer = await Send(text, mayFail: true);
            string older = text.Replace("apiVersion: batch/v1\n", "apiVersion: batch/v1beta1\n", StringComparison.Ordinal);
            bool isOlderServer = answer == HttpStatusCode.NotFound && older != text;
            if (isOlderServer)
            {
                // CronJob is batch/v1 from 1.21 on, and the validation of its Job and pods is the same before.
                answer = await server.Send(
                    HttpMethod.Post, $"apis/batch/v1beta1/namespaces/{Namespace}/cronjobs?dryRun=All", older, mayFail: true, "application/yaml");
            }

            answer.ShouldBe(HttpStatusCode.Created, $"{file}: {KindOf(text)}");
        }
    }

    [ApiServerFact]
    public async Task It_would_refuse_a_broken_one()
    {
        string manifest = Manifests().Single(one => one.Text.Contains("name: default-deny", StringComparison.Ordinal)).Text;

        HttpStatusCode answer = await Send(manifest.Replace("[Ingress, Egress]", "[Ingress, Outgress]", StringComparison.Ordinal), mayFail: true);

        answer.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private Task<HttpStatusCode> Send(string text, bool mayFail) => server.Send(
        HttpMethod.Post, $"{Addresses[KindOf(text)]}?dryRun=All&fieldValidation=Strict", text, mayFail, "application/yaml");

    private static IEnumerable<(string File, string Text)> Manifests() =>
        from file in Repository.Files("*.yaml")
        where file.StartsWith("deploy/kubernetes/", StringComparison.Ordinal) && file.Split('/').Length > 3 && !file.EndsWith("/kustomization.yaml", StringComparison.Ordinal)
        from text in File.ReadAllText(Repository.At(file)).ReplaceLineEndings("\n").Split("\n---\n")
        select (file, text);

    private static string KindOf(string text)
    {
        Match match = Identity().Match(text);
        return $"{match.Groups["version"].Value} {match.Groups["kind"].Value}";
    }

    [GeneratedRegex(@"^apiVersion: (?<version>\S+)\nkind: (?<kind>\S+)$", RegexOptions.Multiline)]
    private static partial Regex Identity();
}
