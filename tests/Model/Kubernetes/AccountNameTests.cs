using PolicyGate.Model.Estates;
using PolicyGate.Model.Kubernetes;

namespace PolicyGate.Model.Tests.Kubernetes;

/// <summary>Whom a name belongs to, as far as it tells.</summary>
public sealed class AccountNameTests
{
    [Theory]
    [InlineData("User", "admin", true)]
    [InlineData("User", "oidc:kubernetes-admin", true)]
    [InlineData("User", "support2@hospital.example", true)]
    [InlineData("User", "odoo_ops", true)]
    [InlineData("User", "night-shift-shared", true)]
    [InlineData("User", "system:anonymous", true)]
    [InlineData("User", "alice", false)]
    [InlineData("User", "alice-admin", false)]
    [InlineData("User", "m.rossi@hospital.example", false)]
    [InlineData("User", "https://sso.example#alice", false)]
    [InlineData("User", "system:kube-scheduler", false)]
    [InlineData("Group", "system:masters", true)]
    [InlineData("Group", "system:serviceaccounts:erp", true)]
    [InlineData("Group", "shared-accounts", true)]
    [InlineData("Group", "erp-ops", false)]
    [InlineData("Group", "admins", false)]
    [InlineData("ServiceAccount", "default", true)]
    [InlineData("ServiceAccount", "deployer", false)]
    public void Names_tell_whether_several_use_them(string kind, string name, bool expected)
    {
        Estate estate = Manifests.Estate($$"""
            kind: ClusterRoleBinding
            metadata: { name: test }
            roleRef: { kind: ClusterRole, name: admin }
            subjects: [{ kind: {{kind}}, name: "{{name}}" }]
            """);

        AccountName.IsShared(estate.AccessLists.Single().Grants.Single()).ShouldBe(expected);
    }

    [Theory]
    [InlineData("view", "")]
    [InlineData("edit", "writes reads-secrets executes")]
    [InlineData("cluster-admin", "writes reads-secrets executes")]
    [InlineData("system:discovery", "")]
    [InlineData("not-in-git", "writes reads-secrets executes unknown")]
    [InlineData("exec", "executes")]
    [InlineData("secrets", "reads-secrets")]
    [InlineData("debug", "writes executes")]
    [InlineData("ask", "")]
    public void Roles_tell_what_may_be_done(string role, string expected)
    {
        Estate estate = Manifests.Estate($$"""
            kind: ClusterRole
            metadata: { name: exec }
            rules: [{ apiGroups: [""], resources: [pods/exec], verbs: [get] }]
            ---
            kind: ClusterRole
            metadata: { name: secrets }
            rules: [{ apiGroups: ["*"], resources: ["*"], verbs: [watch], resourceNames: [one] }]
            ---
            kind: ClusterRole
            metadata: { name: debug }
            rules: [{ apiGroups: [""], resources: ["*/ephemeralcontainers"], verbs: [patch] }]
            ---
            kind: ClusterRole
            metadata: { name: ask }
            rules: [{ apiGroups: [authorization.k8s.io], resources: [selfsubjectaccessreviews], verbs: [create] }]
            ---
            kind: ClusterRoleBinding
            metadata: { name: test }
            roleRef: { kind: ClusterRole, name: "{{role}}" }
            subjects: [{ kind: User, name: alice }]
            """);

        AccessGrant grant = estate.AccessLists.Single().Grants.Single();
        (string, bool)[] powers = [("writes", grant.MayWrite), ("reads-secrets", grant.MayReadSecrets), ("executes", grant.MayExecute), ("unknown", !grant.IsKnown)];
        string.Join(' ', powers.Where(power => power.Item2).Select(power => power.Item1)).ShouldBe(expected);
    }
}
