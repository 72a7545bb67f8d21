using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Tests.Kubernetes;

public sealed class PodTemplateTests
{
    [Fact]
    public void Security_settings_stand_at_the_pod_and_at_every_container()
    {
        Estate estate = Manifests.Estate("""
            apiVersion: batch/v1
            kind: Job
            metadata: { name: migrate }
            spec:
              template:
                spec:
                  initContainers:
                    - name: wait
                  containers:
                    - name: migrate
                      securityContext: { privileged: true }
                  ephemeralContainers:
                    - name: debug
            """);

        Node[] contexts = [.. estate.Pods.Single().SecurityContexts];

        contexts.Select(context => context.Path).ShouldBe(
        [
            "spec.template.spec.securityContext",
            "spec.template.spec.containers[0].securityContext",
            "spec.template.spec.initContainers[0].securityContext",
            "spec.template.spec.ephemeralContainers[0].securityContext",
        ]);
        contexts.Where(context => context.Exists).ShouldHaveSingleItem()["privileged"].IsTrue.ShouldBeTrue();
    }
}
