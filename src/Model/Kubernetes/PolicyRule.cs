using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>One rule of a role: these verbs on these resources.</summary>
public sealed class PolicyRule : Subject
{
    internal PolicyRule(Role role, Node node)
        : base(role.Environment, node)
    {
        Role = role;
    }

    /// <summary>The role that writes the rule.</summary>
    public Role Role { get; }

    public Node Verbs => Node["verbs"];

    public Node ApiGroups => Node["apiGroups"];

    public Node Resources => Node["resources"];

    public Node ResourceNames => Node["resourceNames"];

    /// <summary>Only for objects of given names.</summary>
    public bool IsLimitedToNames => ResourceNames.Count > 0;

    /// <summary>
    /// The resource named in the rule that it grants the verb on, or null when it does not. <c>*</c> stands for
    /// anything, <c>*/status</c> for that subresource of anything.
    /// See https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources.
    /// </summary>
    public Node? Grants(string verb, string group, string resource) =>
        Contains(Verbs, verb) && (ApiGroups.IsMissing || Contains(ApiGroups, group)) ? ResourceNamed(resource) : null;

    /// <summary>
    /// The resources named in the rule through which it grants any of the verbs on any of the resources; see
    /// <see cref="Grants"/>.
    /// </summary>
    public IEnumerable<Node> Granting(string group, IEnumerable<string> verbs, IEnumerable<string> resources) =>
        (ApiGroups.IsMissing || Contains(ApiGroups, group)) && verbs.Any(verb => Contains(Verbs, verb))
            ? Resources.Items.Where(item => resources.Any(resource => Names(item, resource)))
            : [];

    public override ResourceReference Reference => Role.Reference;

    public override string Description => $"rule of {Role.Description}";

    private Node? ResourceNamed(string resource) => Resources.Items.FirstOrDefault(item => Names(item, resource));

    private static bool Names(Node item, string resource)
    {
        int slash = resource.IndexOf('/', StringComparison.Ordinal);
        string anySubresource = slash < 0 ? resource : $"*{resource[slash..]}";
        return item.Text == "*" || item.Text == resource || item.Text == anySubresource;
    }

    private static bool Contains(Node list, string wanted) => list.Texts.Any(text => text == "*" || text == wanted);
}
