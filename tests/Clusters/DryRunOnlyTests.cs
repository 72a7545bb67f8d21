using System.Net.Http.Headers;
using PolicyGate.Clusters.Http;
using PolicyGate.Clusters.Tests.Scripted;

namespace PolicyGate.Clusters.Tests;

/// <summary>In exact mode nothing leaves but dry runs.</summary>
public sealed class DryRunOnlyTests
{
    private const string Deployment = "apis/apps/v1/namespaces/erp/deployments/odoo";
    private const string Apply = "application/apply-patch+yaml";

    [Theory]
    [InlineData($"{Deployment}?dryRun=All")]
    [InlineData($"{Deployment}?fieldManager=a&dryRun=All&force=true")]
    [InlineData("api/v1/namespaces/erp?dryRun=All")]
    [InlineData("apis/rbac.authorization.k8s.io/v1/clusterroles/system%3Aauditors?dryRun=All")]
    public async Task A_dry_run_leaves(string address)
    {
        using ScriptedCluster network = new ScriptedCluster().On($"/{address}", 200, "{}");

        await Send(network, "PATCH", address, Apply);

        network.ShouldBeOver();
        network.Received.Count.ShouldBe(1);
    }

    /// <summary>Each line: what would change something, or may.</summary>
    [Theory]
    [InlineData("PATCH", Deployment, Apply)]
    [InlineData("PATCH", $"{Deployment}?dryRun=", Apply)]
    [InlineData("PATCH", $"{Deployment}?dryRun=all", Apply)]
    [InlineData("PATCH", $"{Deployment}?dryRun=None", Apply)]
    [InlineData("PATCH", $"{Deployment}?dryRun=All;force=true", Apply)]
    [InlineData("PATCH", $"{Deployment}?fieldManager=a;dryRun=All", Apply)]
    [InlineData("PATCH", $"{Deployment}?fieldManager=dryRun=All", Apply)]
    [InlineData("PATCH", $"{Deployment}?dryRun=All&dryRun=None", Apply)]
    [InlineData("PATCH", $"{Deployment}?dryRun=All&dryRun=All", Apply)]
    [InlineData("PATCH", $"{Deployment}?dryRun=All&dry%52un=None", Apply)]
    [InlineData("PATCH", $"{Deployment}?dryRun=All&DRYRUN=None", Apply)]
    [InlineData("PATCH", $"{Deployment}#?dryRun=All", Apply)]
    [InlineData("PATCH", $"{Deployment}?dryRun=All", "application/merge-patch+json")]
    [InlineData("PATCH", $"{Deployment}?dryRun=All", "application/json-patch+json")]
    [InlineData("PATCH", $"{Deployment}?dryRun=All", "application/apply-patch+yaml; charset=utf-8")]
    [InlineData("PATCH", $"{Deployment}?dryRun=All", null)]
    [InlineData("PATCH", "api/v1/namespaces/erp/services/odoo/proxy?dryRun=All", Apply)]
    [InlineData("PATCH", "api/v1/namespaces/erp/services/odoo/proxy/api/v1?dryRun=All", Apply)]
    [InlineData("PATCH", "api/v1/namespaces/erp/services/odoo%2Fproxy?dryRun=All", Apply)]
    [InlineData("PATCH", "api/v1/namespaces/erp/services/odoo%252Fproxy?dryRun=All", Apply)]
    [InlineData("PATCH", "api/v1/nodes/node/proxy?dryRun=All", Apply)]
    [InlineData("PATCH", "api/v1/nodes/node/proxy/run?dryRun=All", Apply)]
    [InlineData("PATCH", "api/v1/namespaces/erp/status?dryRun=All", Apply)]
    [InlineData("PATCH", "api/v1/namespaces/erp/deployments/?dryRun=All", Apply)]
    [InlineData("PATCH", "api/v1/pods?dryRun=All", Apply)]
    [InlineData("PATCH", "../api/v1/namespaces/erp?dryRun=All", Apply)]
    [InlineData("PATCH", "version?dryRun=All", Apply)]
    [InlineData("POST", $"{Deployment}?dryRun=All", Apply)]
    [InlineData("PUT", $"{Deployment}?dryRun=All", Apply)]
    [InlineData("DELETE", $"{Deployment}?dryRun=All", Apply)]
    [InlineData("DELETE", $"{Deployment}?dryRun=All", null)]
    [InlineData("GET", Deployment, null)]
    public async Task Nothing_else_does(string method, string address, string? contentType)
    {
        using ScriptedCluster network = new();

        await Should.ThrowAsync<InvalidOperationException>(() => Send(network, method, address, contentType));

        network.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_upgrade_does_not_either()
    {
        using ScriptedCluster network = new();
        using HttpMessageInvoker guarded = new(new DryRunHandler(network, network.Access.Server));
        using HttpRequestMessage request = Request(network, "PATCH", $"{Deployment}?dryRun=All", Apply);
        request.Headers.Upgrade.Add(new("SPDY", "3.1"));

        await Should.ThrowAsync<InvalidOperationException>(() => guarded.SendAsync(request, CancellationToken.None));

        network.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_connection_that_only_reads_lets_no_dry_run_leave()
    {
        using ScriptedCluster network = new();
        using HttpMessageInvoker guarded = new(new ReadOnlyHandler(network));
        using HttpRequestMessage request = Request(network, "PATCH", $"{Deployment}?dryRun=All", Apply);

        await Should.ThrowAsync<InvalidOperationException>(() => guarded.SendAsync(request, CancellationToken.None));

        network.Received.ShouldBeEmpty();
    }

    private static async Task Send(ScriptedCluster network, string method, string address, string? contentType)
    {
        using HttpMessageInvoker guarded = new(new DryRunHandler(network, network.Access.Server));
        using HttpRequestMessage request = Request(network, method, address, contentType);
        using HttpResponseMessage _ = await guarded.SendAsync(request, CancellationToken.None);
    }

    private static HttpRequestMessage Request(ScriptedCluster network, string method, string address, string? contentType)
    {
        HttpRequestMessage request = new(new HttpMethod(method), new Uri(network.Access.Server, address));
        if (contentType is not null)
        {
            request.Content = new ByteArrayContent([(byte)'{', (byte)'}']);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        }

        return request;
    }
}
