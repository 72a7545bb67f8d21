using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>What a container is there for.</summary>
public enum ContainerRole
{
    Main,
    Init,

    /// <summary>An init container that goes on running.</summary>
    Sidecar,
    Ephemeral,
}

/// <summary>One container of a pod.</summary>
public sealed class Container : Subject
{
    internal Container(PodTemplate pod, Node node, ContainerRole role)
        : base(pod.Environment, node)
    {
        Pod = pod;
        Role = role;
        Image = node["image"] is { IsScalar: true } image ? ImageReference.Parse(image.Text) : null;
    }

    public PodTemplate Pod { get; }

    public ContainerRole Role { get; }

    public string Name => Node["name"].Text;

    /// <summary>Null when it names no image.</summary>
    public ImageReference? Image { get; }

    /// <summary>
    /// When the node asks the registry: as written or, where it is not, what the API server makes of the tag
    /// (https://kubernetes.io/docs/concepts/containers/images/#imagepullpolicy-defaulting).
    /// </summary>
    public string PullPolicy =>
        Node["imagePullPolicy"] is { IsScalar: true } written ? written.Text
        : Image is { IsLatest: true } ? "Always"
        : "IfNotPresent";

    public Node SecurityContext => Node["securityContext"];

    /// <summary>What it adds to and drops from the capabilities that its runtime gives.</summary>
    public Capabilities Capabilities => new(SecurityContext["capabilities"]);

    /// <summary>What holds it to known system calls.</summary>
    public ConfinementProfile Seccomp => ConfinementProfile.SeccompOf(this);

    /// <summary>What holds it to known files and actions.</summary>
    public ConfinementProfile AppArmor => ConfinementProfile.AppArmorOf(this);

    public IEnumerable<Node> Ports => Node["ports"].Items;

    public IEnumerable<Node> EnvironmentVariables => Node["env"].Items;

    /// <summary>What its programs find in their environment, by name.</summary>
    internal IReadOnlyDictionary<string, ContainerVariable> Variables => field ??= ContainerVariables.Of(this);

    /// <summary>What ConfigMaps and Secrets put into its file system.</summary>
    internal IReadOnlyList<MountedFile> Files => field ??= [.. MountedFiles.Of(this)];

    public override ResourceReference Reference => Pod.Reference;

    public override string Description => $"container {Name} of {Pod.Workload.Description}";

    /// <summary>
    /// A field of the security context as the kubelet sees it: the container's own, else the pod's, else the
    /// container's place for it, missing. See
    /// https://kubernetes.io/docs/tasks/configure-pod-container/security-context/.
    /// </summary>
    public Node Security(string field)
    {
        Node own = SecurityContext[field];
        Node shared = Pod.SecurityContext[field];
        return own.Exists || shared.IsMissing ? own : shared;
    }

    /// <summary>
    /// An amount such as <c>limits.memory</c>: the container's own, else the pod's, which bounds all its containers
    /// together, else the container's place for it, missing. Where only a limit is written the API server takes it for
    /// the request too; that is not counted here. See
    /// https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#pod-level-resource-specification.
    /// </summary>
    public Node Resources(string amount)
    {
        Node own = Node["resources"][amount];
        Node shared = Pod.Spec["resources"][amount];
        return own.Exists || shared.IsMissing ? own : shared;
    }

    /// <summary>
    /// What the scheduler and quotas count for it, such as <c>requests.cpu</c>: its own amount, a limit standing for a
    /// missing request, else the default of a LimitRange of its namespace; null without any.
    /// See https://kubernetes.io/docs/concepts/policy/limit-range/.
    /// </summary>
    public Quantity? Charged(string amount) => PodAmounts.Of(this, amount);
}
