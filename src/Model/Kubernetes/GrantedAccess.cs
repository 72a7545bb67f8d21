using PolicyGate.Model.Estates;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Model.Kubernetes;

/// <summary>What a binding lets its subjects do.</summary>
internal static class GrantedAccess
{
    private const string AggregateToView = "rbac.authorization.k8s.io/aggregate-to-view";

    private static readonly string[] ReadVerbs = ["get", "list", "watch"];

    /// <summary>Questions, not changes: they are asked with <c>create</c>.</summary>
    private static readonly string[] ReviewGroups = ["authorization.k8s.io", "authentication.k8s.io"];

    /// <summary>Roles that every cluster has: https://kubernetes.io/docs/reference/access-authn-authz/rbac/#default-roles-and-role-bindings.</summary>
    private static readonly string[] BuiltInReaders = ["view", "system:discovery", "system:basic-user", "system:public-info-viewer", "system:monitoring"];

    /// <summary>
    /// Whether it grants more than reading. A role that git does not hold, and that no cluster brings, may grant
    /// anything.
    /// </summary>
    public static bool MayWrite(Binding binding, Estate estate) =>
        RoleOf(binding, estate) is { } role ? role.Rules.Any(Writes)
        : !IsBuiltInReader(binding) || binding.RoleName.Text == "view" && ViewIsWidened(binding.Environment, estate);

    /// <summary>For people: <c>may write in production by ClusterRole edit</c>.</summary>
    public static string Describe(Binding binding, Estate estate)
    {
        string role = $"{binding["roleRef.kind"]} {binding.RoleName}";
        bool isKnown = RoleOf(binding, estate) is not null
            || binding.RoleName.Text is "cluster-admin" or "admin" or "edit" or "view"
            || binding.RoleName.Text.StartsWith("system:", StringComparison.Ordinal);
        return isKnown
            ? $"may write in production by {role}"
            : $"is bound in production to {role}, which is not among the manifests and may grant anything";
    }

    private static Role? RoleOf(Binding binding, Estate estate) =>
        binding.Role
        ?? estate.OnClusterOf(binding.Environment)
            .SelectMany(environment => environment.Roles)
            .FirstOrDefault(role => binding.RefersToClusterRole && role.IsClusterRole && role.Name == binding.RoleName.Text);

    private static bool IsBuiltInReader(Binding binding) =>
        binding.RefersToClusterRole && BuiltInReaders.Contains(binding.RoleName.Text);

    /// <summary>The built-in role takes in every ClusterRole with that label.</summary>
    private static bool ViewIsWidened(Environment environment, Estate estate) =>
        estate.OnClusterOf(environment)
            .SelectMany(other => other.Roles)
            .Any(role => role.IsClusterRole && role.Resource.Labels[AggregateToView] == "true" && role.OwnRules().Any(Writes));

    private static bool Writes(PolicyRule rule) =>
        rule.Resources.Count > 0
        && rule.Verbs.Texts.Any(verb => !ReadVerbs.Contains(verb))
        && !(rule.ApiGroups.Count > 0 && rule.ApiGroups.Texts.All(ReviewGroups.Contains));
}
