using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>A RoleBinding or ClusterRoleBinding.</summary>
public sealed class Binding : Subject
{
    internal Binding(Resource resource)
        : base(resource.Environment, resource.Node)
    {
        Resource = resource;
    }

    public Resource Resource { get; }

    public bool IsClusterWide => Resource.Kind == "ClusterRoleBinding";

    public Node RoleName => Node["roleRef.name"];

    public bool RefersToClusterRole => Node["roleRef.kind"].Text == "ClusterRole";

    /// <summary>The role it binds, or null when the environment does not hold it (built-in roles, other repositories).</summary>
    public Role? Role => Environment.Roles.FirstOrDefault(role =>
        role.Name == RoleName.Text
        && role.IsClusterRole == RefersToClusterRole
        && (role.IsClusterRole || role.Resource.Namespace == Resource.Namespace));

    public IEnumerable<BindingSubject> Subjects => Node["subjects"].Items.Select(subject => new BindingSubject(this, subject));

    public override ResourceReference Reference => Resource.Reference;

    public override string Description => Resource.Description;
}

/// <summary>A user, group or service account that a binding gives its role to.</summary>
public sealed class BindingSubject : Subject
{
    internal BindingSubject(Binding binding, Node node)
        : base(binding.Environment, node)
    {
        Binding = binding;
    }

    public Binding Binding { get; }

    public string Kind => Node["kind"].Text;

    public string Name => Node["name"].Text;

    /// <summary>Of a service account: its own, else the binding's.</summary>
    public string Namespace =>
        Node["namespace"] is { IsScalar: true } declared ? declared.Text : Binding.Resource.Namespace;

    public override ResourceReference Reference => Binding.Reference;

    public override string Description => $"{Kind} {Name} in {Binding.Description}";
}
