using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;

namespace PolicyGate.Model.Kubernetes;

/// <summary>A Role or ClusterRole. See https://kubernetes.io/docs/reference/access-authn-authz/rbac/.</summary>
public sealed class Role : Subject
{
    private readonly Lazy<ImmutableArray<PolicyRule>> rules;

    internal Role(Resource resource)
        : base(resource.Environment, resource.Node)
    {
        Resource = resource;
        rules = new(() => [.. OwnRules().Concat(AggregatedRules())]);
    }

    public Resource Resource { get; }

    public bool IsClusterRole => Resource.Kind == "ClusterRole";

    public string Name => Resource.Name;

    /// <summary>Its own rules and those that its aggregation rule brings in from other ClusterRoles.</summary>
    public ImmutableArray<PolicyRule> Rules => rules.Value;

    /// <summary>The rules that it writes itself.</summary>
    public IEnumerable<PolicyRule> OwnRules() => Node["rules"].Items.Select(rule => new PolicyRule(this, rule));

    public override ResourceReference Reference => Resource.Reference;

    public override string Description => Resource.Description;

    private IEnumerable<PolicyRule> AggregatedRules()
    {
        ImmutableArray<LabelSelector> selectors =
            [.. Node["aggregationRule.clusterRoleSelectors"].Items.Select(selector => new LabelSelector(selector))];
        return selectors.IsEmpty
            ? []
            : Environment.Roles
                .Where(role => role.IsClusterRole && role.Resource != Resource)
                .Where(role => selectors.Any(selector => selector.Matches(role.Resource.Labels)))
                .SelectMany(role => role.OwnRules());
    }
}
