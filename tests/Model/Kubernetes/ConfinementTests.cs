using PolicyGate.Model.Kubernetes;

namespace PolicyGate.Model.Tests.Kubernetes;

/// <summary>What holds a container: capabilities, seccomp, AppArmor.</summary>
public sealed class ConfinementTests
{
    private const string Pod = """
        apiVersion: v1
        kind: Pod
        metadata:
          name: odoo
          annotations:
            seccomp.security.alpha.kubernetes.io/pod: docker/default
            container.seccomp.security.alpha.kubernetes.io/annotated: localhost/odoo
            container.apparmor.security.beta.kubernetes.io/annotated: runtime/default
        spec:
          securityContext:
            appArmorProfile: { type: Unconfined }
          containers:
            - name: annotated
            - name: written
              securityContext:
                seccompProfile: { type: Unconfined }
                appArmorProfile: { type: Localhost, localhostProfile: odoo }
                capabilities: { drop: [all], add: [CAP_NET_RAW] }
            - name: bare
        """;

    [Theory]
    [InlineData("annotated", "Localhost", true)]
    [InlineData("written", "Unconfined", false)]
    [InlineData("bare", "RuntimeDefault", true)]
    public void Seccomp_is_the_field_else_the_annotation(string name, string type, bool isAnnotation)
    {
        ConfinementProfile profile = Named(name).Seccomp;

        profile.Type.ShouldBe(type);
        profile.IsAnnotation.ShouldBe(isAnnotation);
        profile.Confines.ShouldBe(type != "Unconfined");
    }

    [Theory]
    [InlineData("annotated", "RuntimeDefault")]
    [InlineData("written", "Localhost")]
    [InlineData("bare", "Unconfined")]
    public void AppArmor_is_the_containers_field_else_the_annotation_else_the_pods(string name, string type) =>
        Named(name).AppArmor.Type.ShouldBe(type);

    [Fact]
    public void Capabilities_are_known_in_any_spelling()
    {
        Capabilities capabilities = Named("written").Capabilities;

        capabilities.Dropping("NET_RAW").ShouldNotBeNull().Text.ShouldBe("all");
        capabilities.Adding("NET_RAW").ShouldNotBeNull().Text.ShouldBe("CAP_NET_RAW");
        capabilities.Adding("SYS_ADMIN").ShouldBeNull();
    }

    [Fact]
    public void A_pooler_of_CloudNativePG_has_an_account_by_its_name() =>
        Manifests.Estate("""
            apiVersion: postgresql.cnpg.io/v1
            kind: Pooler
            metadata: { name: odoo-rw }
            spec:
              template:
                spec: { containers: [] }
            """).Pods.Single().ServiceAccountName.ShouldBe("odoo-rw");

    private static Container Named(string name) => Manifests.Estate(Pod).Containers.Single(one => one.Name == name);
}
