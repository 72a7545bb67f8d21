using System.Text;
using PolicyGate.Clusters.Access;
using PolicyGate.Clusters.Http;
using PolicyGate.Clusters.Tests.Scripted;

namespace PolicyGate.Clusters.Tests;

/// <summary>What each request says of who asks.</summary>
public sealed class WhoAsksTests
{
    [Fact]
    public async Task A_password() =>
        (await Headers(new Credentials.Basic("auditor", new("p:w")), whom: null))["Authorization"]
            .ShouldBe($"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("auditor:p:w"))}");

    [Fact]
    public async Task Nobody() => (await Headers(new Credentials.None(), whom: null)).Keys.ShouldBe(["Accept", "User-Agent"], ignoreOrder: true);

    [Fact]
    public async Task Somebody_else()
    {
        Dictionary<string, string> headers = await Headers(
            new Credentials.Token(new("t0ken")),
            new Impersonation("reader", "7", ["a", "b"], [("example.com/reason", "nightly"), ("example.com/reason", "drift")]));

        headers["Authorization"].ShouldBe("Bearer t0ken");
        headers["Impersonate-User"].ShouldBe("reader");
        headers["Impersonate-Uid"].ShouldBe("7");
        headers["Impersonate-Group"].ShouldBe("a, b");
        headers["Impersonate-Extra-example.com%2Freason"].ShouldBe("nightly, drift");
        headers["User-Agent"].ShouldBe("policygate/1.2.3");
    }

    /// <summary>.NET asks the server for this name, and checks its certificate against it.</summary>
    [Theory]
    [InlineData("https://10.0.0.1/k8s/", "inner")]
    [InlineData("https://10.0.0.1:6443/k8s/", "inner:6443")]
    public async Task The_name_that_the_server_is_known_by(string server, string host)
    {
        using ScriptedCluster cluster = new ScriptedCluster { Access = new() { Name = "c", Server = new(server), TlsServerName = "inner" } }
            .On("/version", 200, "{}");
        using KubernetesCluster client = cluster.Client();

        await client.GetVersion(CancellationToken.None);

        cluster.Requests.Single().Headers.Host.ShouldBe(host);
    }

    private static async Task<Dictionary<string, string>> Headers(Credentials credentials, Impersonation? whom)
    {
        using ScriptedCluster cluster = new ScriptedCluster
        {
            Access = new() { Name = "c", Server = new("https://cluster.example/k8s/"), Credentials = credentials, As = whom },
        }.On("/version", 200, "{}");
        using KubernetesCluster client = cluster.Client();
        await client.GetVersion(CancellationToken.None);
        return cluster.Requests.Single().Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value));
    }
}
