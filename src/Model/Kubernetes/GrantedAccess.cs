using System.Collections.Immutable;

namespace PolicyGate.Model.Kubernetes;

/// <summary>What a binding lets its subjects do.</summary>
internal sealed class GrantedAccess
{
    private static readonly string[] ReadVerbs = ["get", "list", "watch"];

    /// <summary>Questions, not changes: they are asked with <c>create</c>.</summary>
    private static readonly string[] ReviewGroups = ["authorization.k8s.io", "authentication.k8s.io"];

    /// <summary>Roles that every cluster has: https://kubernetes.io/docs/reference/access-authn-authz/rbac/#default-roles-and-role-bindings.</summary>
    private static readonly string[] BuiltInReaders =
        ["view", "system:discovery", "system:basic-user", "system:public-info-viewer", "system:monitoring", "system:service-account-issuer-discovery"];

    /// <summary>https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles: these read Secrets and open shells.</summary>
    private static readonly string[] BuiltInWriters = ["cluster-admin", "admin", "edit"];

    private readonly string roleName;
    private readonly bool isKnown;
    private readonly ImmutableArray<PolicyRule> rules;

    private GrantedAccess(string roleName, bool isKnown, ImmutableArray<PolicyRule> rules)
    {
        this.roleName = roleName;
        this.isKnown = isKnown;
        this.rules = rules;
    }

    /// <summary>The manifests tell the role's rules, or every cluster has it.</summary>
    public bool IsKnown => isKnown || IsBuiltIn;

    /// <summary>
    /// Whether it grants more than reading. A role that git does not hold, and that no cluster brings, may grant
    /// anything.
    /// </summary>
    public bool MayWrite => (!isKnown && !BuiltInReaders.Contains(roleName)) || rules.Any(Writes);

    /// <summary>Whether the values of Secrets can be read.</summary>
    public bool MayReadSecrets => IsUnbounded || rules.Any(rule => rule.Granting("", ReadVerbs, ["secrets"]).Any());

    /// <summary>
    /// Whether a shell can be opened in a running container, by <c>create</c> or, for WebSockets, by <c>get</c>
    /// (https://kubernetes.io/docs/reference/access-authn-authz/authorization/#determine-the-request-verb), or another
    /// container be put beside it.
    /// </summary>
    public bool MayExecute => IsUnbounded
        || rules.Any(rule =>
            rule.Granting("", ["create", "get"], ["pods/exec", "pods/attach"]).Any()
            || rule.Granting("", ["update", "patch"], ["pods/ephemeralcontainers"]).Any());

    /// <param name="binding">What grants.</param>
    /// <param name="byName">The ClusterRoles that its cluster may have, its own environment's first.</param>
    /// <param name="roles">The same.</param>
    public static GrantedAccess Of(Binding binding, ILookup<string, Role> byName, ImmutableArray<Role> roles)
    {
        string name = binding.RoleName.Text;
        Role? role = binding.RefersToClusterRole ? byName[name].FirstOrDefault() : binding.Role;
        return role is not null
            ? new(name, isKnown: true, role.Rules)
            : new(binding.RefersToClusterRole ? name : "", isKnown: false, binding.RefersToClusterRole ? Widening(name, roles) : []);
    }

    /// <summary>The built-in roles take in every ClusterRole with their label.</summary>
    private static ImmutableArray<PolicyRule> Widening(string name, IEnumerable<Role> roles) =>
        name is "view" or "edit" or "admin"
            ? [.. roles.Where(role => role.Resource.Labels[$"rbac.authorization.k8s.io/aggregate-to-{name}"] == "true").SelectMany(role => role.OwnRules())]
            : [];

    private bool IsBuiltIn =>
        BuiltInReaders.Contains(roleName) || BuiltInWriters.Contains(roleName) || roleName.StartsWith("system:", StringComparison.Ordinal);

    /// <summary>Nothing bounds it as far as git tells.</summary>
    private bool IsUnbounded => !isKnown && !BuiltInReaders.Contains(roleName);

    private static bool Writes(PolicyRule rule) =>
        rule.Resources.Count > 0
        && rule.Verbs.Texts.Any(verb => !ReadVerbs.Contains(verb))
        && !(rule.ApiGroups.Count > 0 && rule.ApiGroups.Texts.All(ReviewGroups.Contains));
}
