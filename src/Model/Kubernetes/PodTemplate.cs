using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>What a pod will look like: a Pod, or the template inside a workload. Its node has metadata and spec.</summary>
public sealed class PodTemplate : Subject
{
    private const string PodNameLabel = "statefulset.kubernetes.io/pod-name";
    private const string PodIndexLabel = "apps.kubernetes.io/pod-index";

    private readonly Lazy<Container[]> containers;

    internal PodTemplate(Resource workload, Node node)
        : base(workload.Environment, node)
    {
        Workload = workload;
        Spec = node["spec"];
        containers = new(() => [.. FindContainers()]);
    }

    /// <summary>The object that declares it: a Deployment, a CronJob, the Pod itself.</summary>
    public Resource Workload { get; }

    public Node Spec { get; }

    public string Namespace => Workload.Namespace;

    /// <summary>The labels that the pods will carry.</summary>
    public Labels Labels => field ??= new(Node["metadata.labels"]);

    public Labels Annotations => new(Node["metadata.annotations"]);

    /// <summary>All of them: main, init, sidecar and ephemeral ones.</summary>
    public ImmutableArray<Container> Containers => ImmutableCollectionsMarshal.AsImmutableArray(containers.Value);

    public Node SecurityContext => Spec["securityContext"];

    /// <summary>
    /// Every place that may hold security settings: the pod's and each container's, written or not. Which fields count
    /// in which: https://kubernetes.io/docs/concepts/security/pod-security-standards/.
    /// </summary>
    public IEnumerable<Node> SecurityContexts =>
        Containers.Select(container => container.SecurityContext).Prepend(SecurityContext);

    public IEnumerable<Volume> Volumes => Spec["volumes"].Items.Select(volume => new Volume(this, volume));

    /// <summary>
    /// Its pods end when their work is done, so that they serve nobody
    /// (https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy).
    /// </summary>
    public bool RunsToCompletion =>
        Workload.Kind is "Job" or "CronJob" or "JobSet" || Spec["restartPolicy"].Text is "Never" or "OnFailure";

    /// <summary>What keeps its pods apart from each other.</summary>
    public PodSpread Spread => new(this);

    /// <summary>
    /// Runs on Windows nodes by declaration (https://kubernetes.io/docs/concepts/windows/user-guide/), which some pod
    /// security checks leave out from 1.25 on.
    /// </summary>
    public bool IsWindows => Spec["os.name"].Text == "windows";

    /// <summary>
    /// Its users are not those of the node: root inside is nobody outside
    /// (https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/).
    /// </summary>
    public bool HasUserNamespace => Spec["hostUsers"].IsFalse;

    /// <summary>
    /// The service account it runs as; <c>default</c> when it names none. CloudNativePG makes one for each Pooler, by its
    /// name (https://github.com/cloudnative-pg/cloudnative-pg/blob/main/pkg/specs/pgbouncer/deployments.go).
    /// </summary>
    public string ServiceAccountName =>
        Spec["serviceAccountName"] is { IsScalar: true } name ? name.Text
        : Spec["serviceAccount"] is { IsScalar: true } deprecated ? deprecated.Text
        : Workload.Is("Pooler", "postgresql.cnpg.io") ? Workload.Name
        : "default";

    /// <summary>The policies of its namespace that select it; they add up.</summary>
    public IEnumerable<NetworkPolicy> NetworkPolicies =>
        Environment.NamespaceNamed(Namespace)?.NetworkPolicies.Where(policy => policy.Selects(this)) ?? [];

    /// <summary>
    /// A label that the StatefulSet controller adds to some pod of the template: its name or its number
    /// (https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#pod-name-label).
    /// </summary>
    internal bool WillCarry(string label, string value) => Workload.Kind == "StatefulSet" && label switch
    {
        PodNameLabel => value.StartsWith($"{Workload.Name}-", StringComparison.Ordinal),
        PodIndexLabel => true,
        _ => false,
    };

    /// <summary>A label that no template has to have.</summary>
    internal static bool IsAddedLater(string label) => label is PodNameLabel or PodIndexLabel;

    public override ResourceReference Reference => Workload.Reference;

    public override string Description => $"pod of {Workload.Description}";

    private IEnumerable<Container> FindContainers() =>
        Spec["containers"].Items.Select(node => new Container(this, node, ContainerRole.Main))
            .Concat(Spec["initContainers"].Items.Select(node => new Container(this, node, InitRole(node))))
            .Concat(Spec["ephemeralContainers"].Items.Select(node => new Container(this, node, ContainerRole.Ephemeral)));

    /// <summary>https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/</summary>
    private static ContainerRole InitRole(Node node) =>
        node["restartPolicy"].Text == "Always" ? ContainerRole.Sidecar : ContainerRole.Init;
}
