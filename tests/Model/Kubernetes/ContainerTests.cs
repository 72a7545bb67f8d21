using PolicyGate.Model.Estates;
using PolicyGate.Model.Kubernetes;

namespace PolicyGate.Model.Tests.Kubernetes;

public sealed class ContainerTests
{
    private const string Pod = """
        apiVersion: v1
        kind: Pod
        metadata: { name: odoo }
        spec:
          resources:
            limits: { memory: 4Gi }
          containers:
            - name: own
              resources:
                limits: { memory: 1Gi }
            - name: shared
              resources:
                requests: { memory: 1Gi }
        """;

    /// <summary>A container, an amount, where it is found, and what stands there.</summary>
    [Theory]
    [InlineData("own", "limits.memory", "spec.containers[0].resources.limits.memory", "1Gi")]
    [InlineData("shared", "limits.memory", "spec.resources.limits.memory", "4Gi")]
    [InlineData("shared", "requests.memory", "spec.containers[1].resources.requests.memory", "1Gi")]
    [InlineData("own", "requests.memory", "spec.containers[0].resources.requests.memory", "")]
    [InlineData("shared", "limits.cpu", "spec.containers[1].resources.limits.cpu", "")]
    public void A_resource_is_the_containers_own_else_the_pods(string name, string amount, string place, string text)
    {
        Estate estate = Manifests.Estate(Pod);
        Container container = estate.Containers.Single(one => one.Name == name);

        container.Resources(amount).Path.ShouldBe(place);
        container.Resources(amount).Text.ShouldBe(text);
    }
}
