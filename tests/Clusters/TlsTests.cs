using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;
using PolicyGate.Clusters.Access;
using PolicyGate.Clusters.Http;
using PolicyGate.Clusters.Tests.Scripted;

namespace PolicyGate.Clusters.Tests;

/// <summary>Who is believed to be the cluster, over real connections.</summary>
public sealed class TlsTests : IDisposable
{
    private readonly TestAuthority _authority = new("hospital");
    private readonly TlsServer _server;

    public TlsTests() => _server = new TlsServer(_authority.Issue("cluster.example"));

    public void Dispose()
    {
        _server.Dispose();
        _authority.Dispose();
    }

    [Fact]
    public async Task The_authority_of_the_kubeconfig_vouches_for_its_server() =>
        (await Ask(Access() with { Authorities = [_authority.Certificate], TlsServerName = "cluster.example" })).IsGiven.ShouldBeTrue();

    [Fact]
    public async Task Another_authority_does_not()
    {
        using TestAuthority other = new("other");

        ClusterProblem problem = (await Ask(Access() with { Authorities = [other.Certificate], TlsServerName = "cluster.example" })).Problem!;

        problem.Message.ShouldContain("no secure connection to 127.0.0.1");
        problem.Message.ShouldContain("the certificate authority of the kubeconfig does not vouch for it");
        _server.Answered.ShouldBe(0);
    }

    [Fact]
    public async Task Another_name_is_not_believed()
    {
        ClusterProblem problem = (await Ask(Access() with { Authorities = [_authority.Certificate] })).Problem!;

        problem.Message.ShouldContain("its certificate is not for 127.0.0.1 (see tls-server-name)");
        _server.Answered.ShouldBe(0);
    }

    [Fact]
    public async Task Without_an_authority_this_machines_count()
    {
        ClusterProblem problem = (await Ask(Access() with { TlsServerName = "cluster.example" })).Problem!;

        problem.Message.ShouldContain("nobody whom this machine trusts vouches for it");
        _server.Answered.ShouldBe(0);
    }

    [Fact]
    public async Task Anybody_is_believed_only_where_the_kubeconfig_says_so() =>
        (await Ask(Access() with { IsUnverified = true })).IsGiven.ShouldBeTrue();

    /// <summary>Go trusts what is named, and so does kubectl: an authority need not be a root.</summary>
    [Fact]
    public async Task An_authority_below_a_root_is_enough()
    {
        using TestAuthority below = _authority.Below("hospital-clusters");
        using TlsServer server = new(below.Issue("cluster.example"));

        (await Ask(Access(server) with { Authorities = [below.Certificate], TlsServerName = "cluster.example" })).IsGiven.ShouldBeTrue();
    }

    [Fact]
    public async Task One_that_has_expired_is_not_believed()
    {
        using TlsServer server = new(_authority.Issue("cluster.example", DateTimeOffset.UtcNow.AddDays(-2)));

        ClusterProblem problem = (await Ask(Access(server) with { Authorities = [_authority.Certificate], TlsServerName = "cluster.example" })).Problem!;

        problem.Message.ShouldContain("NotTimeValid");
    }

    [Fact]
    public async Task The_client_shows_its_certificate()
    {
        using X509Certificate2 own = _authority.Issue("auditor");

        await Ask(Access() with { IsUnverified = true, Certificate = new ClientCertificate(own, ImmutableArray<X509Certificate2>.Empty) });

        _server.Clients.ShouldBe(["CN=auditor"]);
    }

    [Fact]
    public async Task The_proxy_of_the_kubeconfig_is_used_and_is_shown_no_token()
    {
        using ConnectProxy proxy = new();
        ClusterAccess access = Access() with
        {
            Authorities = [_authority.Certificate],
            TlsServerName = "cluster.example",
            Proxy = new($"http://user:pa%20ss@127.0.0.1:{proxy.Port}"),
            Credentials = new Credentials.Token(new(ScriptedCluster.Token)),
        };

        (await Ask(access)).IsGiven.ShouldBeTrue();

        proxy.Seen.ShouldContain("CONNECT ");
        proxy.Seen.ShouldContain($"Basic {Convert.ToBase64String("user:pa ss"u8)}");
        proxy.Seen.ShouldNotContain(ScriptedCluster.Token);
    }

    private ClusterAccess Access(TlsServer? server = null) =>
        new() { Name = "hospital", Server = new($"https://127.0.0.1:{(server ?? _server).Port}/") };

    private static async Task<ClusterAnswer<ServerVersion>> Ask(ClusterAccess access)
    {
        using KubernetesCluster client = KubernetesCluster.Connect(new() { Access = access, Version = "1", Attempts = 1 });
        return await client.GetVersion(CancellationToken.None);
    }
}
