using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Model.Kubernetes;

/// <summary>One object of the API, of whatever kind.</summary>
public sealed class Resource : Subject
{
    /// <summary>
    /// Of Kubernetes, OpenShift, Argo Rollouts (https://argoproj.github.io/argo-rollouts/) and OpenKruise
    /// (https://openkruise.io/docs/).
    /// </summary>
    private static readonly string[] ReplicatedKinds =
        ["Deployment", "StatefulSet", "ReplicaSet", "ReplicationController", "DeploymentConfig", "Rollout", "CloneSet"];

    private readonly Lazy<PodTemplate[]> pods;
    private readonly Lazy<bool> savesByScript;

    internal Resource(Environment environment, Node node)
        : base(environment, node)
    {
        ApiVersion = node["apiVersion"].Text;
        int slash = ApiVersion.IndexOf('/', StringComparison.Ordinal);
        Group = slash < 0 ? "" : ApiVersion[..slash];
        Version = ApiVersion[(slash + 1)..];
        Kind = node["kind"].Text;
        Name = node["metadata.name"] is { IsScalar: true } name ? name.Text : node["metadata.generateName"].Text;
        IsNamespaced = !environment.IsClusterScoped(Group, Kind);
        Namespace = IsNamespaced ? DeclaredNamespace(node) : "";
        pods = new(() => [.. PodTemplatePaths.In(Kind, Node).Select(template => new PodTemplate(this, template))]);
        savesByScript = new(() => BackupScripts.Saves(this));
    }

    public string ApiVersion { get; }

    /// <summary>The API group; empty for the core group.</summary>
    public string Group { get; }

    public string Version { get; }

    public string Kind { get; }

    public string Name { get; }

    /// <summary>Where it lives, <c>default</c> when it does not say; empty for what lives in no namespace.</summary>
    public string Namespace { get; }

    public bool IsNamespaced { get; }

    public Labels Labels => field ??= new(Node["metadata.labels"]);

    public Labels Annotations => field ??= new(Node["metadata.annotations"]);

    /// <summary>The pods it makes: one for most workloads, none for other kinds.</summary>
    public ImmutableArray<PodTemplate> Pods => ImmutableCollectionsMarshal.AsImmutableArray(pods.Value);

    /// <summary>What it is there for, or null for what belongs to the edge, to the cluster or to another workload.</summary>
    public Plane? Plane => Planes.Of(this);

    /// <summary>
    /// How many pods it asks for: the replicas, one when not said
    /// (https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/deployment-v1/#DeploymentSpec).
    /// </summary>
    public long Replicas => Node["spec.replicas"].Integer ?? 1;

    /// <summary>It keeps as many equal pods running as <c>spec.replicas</c> or an autoscaler says.</summary>
    public bool IsReplicated => ReplicatedKinds.Contains(Kind);

    /// <summary>The autoscaler that sets its replicas, or null.</summary>
    public Autoscaler? Autoscaler => Environment.AutoscalerOf(this);

    /// <summary>The fewest pods that it runs: an autoscaler's minimum, else the replicas; null when neither says.</summary>
    public long? LeastReplicas => Autoscaler?.Least ?? Node["spec.replicas"].Integer;

    /// <summary>The most pods that it runs, as far as is known: an autoscaler's maximum, else the replicas.</summary>
    internal long MostReplicas => Autoscaler?.Most ?? Replicas;

    /// <summary>It is not known to run one pod at most: where no number is written, something else may set it.</summary>
    public bool MayRunSeveral =>
        IsReplicated && (Autoscaler is { } autoscaler ? autoscaler.Maximum : Node["spec.replicas"]).Integer is null or > 1;

    /// <summary>The labels by which it knows its pods; they all have them.</summary>
    internal Labels SelectedLabels =>
        new(Node[Kind is "ReplicationController" or "DeploymentConfig" ? "spec.selector" : "spec.selector.matchLabels"]);

    /// <summary>What its containers are told, of a workload.</summary>
    internal IReadOnlyList<ScriptText> Scripts => field ??= [.. ScriptText.Of(this)];

    /// <summary>A workload that dumps a database, or copies files away.</summary>
    internal bool SavesByScript => savesByScript.Value;

    /// <summary>How many pods run: a Pod is one whatever it says.</summary>
    internal long Servers => Kind == "Pod" ? 1 : Replicas;

    public override ResourceReference Reference => new(ApiVersion, Kind, Namespace, Name);

    public override string Description => Reference.ToString();

    /// <summary>The namespace that it lives in, with its neighbours; null for what lives in none.</summary>
    public Namespace? Home => Environment.NamespaceNamed(Namespace);

    /// <summary>
    /// The object of that kind and name beside this one: in the same namespace or, where one of the two names none, in
    /// that which whoever applies them gives to both
    /// (https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/namespace/). Null when git holds none.
    /// </summary>
    public Resource? Neighbour(string kind, string name) =>
        Environment.Find(kind, Namespace, name)
        ?? Environment.OfKind(kind).FirstOrDefault(other => other.Name == name && !(NamesNamespace && other.NamesNamespace));

    private bool NamesNamespace => Node["metadata.namespace"].IsScalar;

    /// <summary>Of that kind, whatever the version; the group only where it is given.</summary>
    public bool Is(string kind, string? group = null) => Kind == kind && (group is null || Group == group);

    private static string DeclaredNamespace(Node node) =>
        node["metadata.namespace"] is { IsScalar: true } declared ? declared.Text : "default";
}
