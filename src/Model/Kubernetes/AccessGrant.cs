using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// What one place gives to one person, group or service account: a subject of a binding, or a member of a role of
/// Argo CD. Its node is the name.
/// </summary>
public sealed class AccessGrant : Subject
{
    private readonly GrantedAccess? access;
    private readonly ArgoRole? argo;

    private AccessGrant(Environment environment, Node node, Resource source)
        : base(environment, node)
    {
        Source = source;
    }

    internal AccessGrant(BindingSubject subject, GrantedAccess access)
        : this(subject.Environment, subject["name"], subject.Binding.Resource)
    {
        this.access = access;
        Binding = subject.Binding;
        Kind = subject.Kind;
        Name = subject.Name;
        Holder = subject.Kind == "ServiceAccount" ? Identity.OfServiceAccount(subject.Namespace, subject.Name) : Identity.Of(subject.Name);
        Access = $"{subject.Binding["roleRef.kind"]} {subject.Binding.RoleName}";
    }

    internal AccessGrant(ArgoRole role, Node member, string name)
        : this(role.Source.Environment, member, role.Source)
    {
        argo = role;
        Kind = "Group";
        Name = name;
        Holder = Identity.Of(name);
        Access = role.Description;
    }

    /// <summary>The binding, or the object that holds Argo CD's role.</summary>
    public Resource Source { get; }

    /// <summary>Null for what Argo CD gives.</summary>
    public Binding? Binding { get; }

    /// <summary><c>User</c>, <c>Group</c> or <c>ServiceAccount</c>; Argo CD does not tell people from groups.</summary>
    public string Kind { get; } = "";

    /// <summary>As it is written.</summary>
    public string Name { get; } = "";

    /// <summary>Through which role, for people: <c>ClusterRole edit</c>.</summary>
    public string Access { get; } = "";

    /// <summary>A workload holds it, not a person.</summary>
    public bool IsForWorkload => Kind == "ServiceAccount" || Name.StartsWith("system:serviceaccount", StringComparison.Ordinal);

    /// <summary>False when the role is not among the manifests and no cluster brings it: it may grant anything then.</summary>
    public bool IsKnown => access?.IsKnown ?? true;

    /// <summary>It grants more than reading.</summary>
    public bool MayWrite => access?.MayWrite ?? argo!.MayWrite;

    /// <summary>It lets the values of Secrets be read.</summary>
    public bool MayReadSecrets => access?.MayReadSecrets ?? false;

    /// <summary>It lets a shell be opened in a running container.</summary>
    public bool MayExecute => access?.MayExecute ?? argo!.MayExecute;

    /// <summary>It grants more than reading what anybody of the team may see.</summary>
    public bool IsPrivileged => MayWrite || MayReadSecrets || MayExecute;

    /// <summary>Who, in one way of writing.</summary>
    internal string Holder { get; } = "";

    public override ResourceReference Reference => Source.Reference;

    public override string Description => $"{Kind} {Name} in {Source.Description}";
}
