using PolicyGate.Clusters.Http;
using PolicyGate.Clusters.Kubeconfig;

namespace PolicyGate.Clusters.Tests;

/// <summary>Which proxy the environment names for an address.</summary>
public sealed class EnvironmentProxyTests
{
    /// <summary>Each line: NO_PROXY, an address, and whether the proxy is used for it.</summary>
    [Theory]
    [InlineData("", "https://cluster.example/", true)]
    [InlineData("", "http://cluster.example/", false)]
    [InlineData("", "https://127.0.0.1:6443/", false)]
    [InlineData("", "https://localhost:6443/", false)]
    [InlineData("*", "https://cluster.example/", false)]
    [InlineData("example", "https://cluster.example/", false)]
    [InlineData("cluster.example", "https://cluster.example/", false)]
    [InlineData("cluster.example:6443", "https://cluster.example/", true)]
    [InlineData("cluster.example:6443", "https://cluster.example:6443/", false)]
    [InlineData("ster.example", "https://cluster.example/", true)]
    [InlineData(".cluster.example", "https://cluster.example/", true)]
    [InlineData("*.example, other", "https://CLUSTER.example/", false)]
    [InlineData("10.0.0.0/8", "https://10.96.0.1/", false)]
    [InlineData("10.0.0.0/8", "https://11.96.0.1/", true)]
    [InlineData("10.96.0.1", "https://10.96.0.1:443/", false)]
    [InlineData("fd00::/8", "https://[fd00::1]:6443/", false)]
    public void As_kubectl_understands_it(string exceptions, string address, bool isUsed)
    {
        Dictionary<string, string> variables = new() { ["https_proxy"] = "user:pass@proxy.example:3128", ["NO_PROXY"] = exceptions };
        EnvironmentProxy proxy = EnvironmentProxy.Of(
            new Surroundings { Variable = name => variables.GetValueOrDefault(name), Home = "", ServiceAccount = "" }, "https");

        Uri? found = proxy.GetProxy(new Uri(address));

        (found is not null).ShouldBe(isUsed);
        proxy.IsBypassed(new Uri(address)).ShouldBe(!isUsed);
        proxy.Credentials!.GetCredential(new("http://proxy.example:3128"), "Basic")!.Password.ShouldBe("pass");
    }
}
