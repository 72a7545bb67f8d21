using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Changes;
using PolicyGate.Model.Kubernetes;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Estates;

/// <summary>
/// One environment of an entity: what its descriptor declares and the objects it holds. Its node is the descriptor;
/// the <c>default</c> environment, which takes in what no descriptor claims, declares nothing.
/// </summary>
public sealed class Environment : Subject
{
    public const string DefaultName = "default";

    private static readonly Document Undeclared =
        new("", 0, new Mapping([], isFlow: false, Span.Start));

    private readonly DateOnly? today;
    private readonly HashSet<string> clusterScoped;
    private readonly ResourceIndex byKind;
    private readonly Conclusions conclusions = new();
    private readonly Dictionary<string, Namespace> namespaces = new(StringComparer.Ordinal);

    internal Environment(EnvironmentContents contents, DateOnly? today)
        : base(null, (contents.Descriptor ?? Undeclared).Root)
    {
        ExistingFiles = contents.ExistingFiles;
        this.today = today;
        Name = contents.Name;
        IsDeclared = contents.Descriptor is not null;
        clusterScoped = CustomClusterScoped(contents).ToHashSet(StringComparer.Ordinal);
        Resources = [.. contents.Manifests.Select(manifest => new Resource(this, manifest))];
        byKind = new(Resources, resource => resource.Kind);
        Namespaces = [.. FindNamespaces().OrderBy(ns => ns.Name, StringComparer.Ordinal)];
        foreach (Namespace ns in Namespaces)
        {
            namespaces.Add(ns.Name, ns);
        }

    }

    public string Name { get; }

    /// <summary>False for the <c>default</c> environment.</summary>
    public bool IsDeclared { get; }

    /// <summary>Whose it is, or empty.</summary>
    public string Entity => Node["spec.entity"].Text;

    public EnvironmentClass? Class => Declared.Parse<EnvironmentClass>(Node["spec.class"].Text);

    /// <summary>It serves the entity, or stands ready to; a class that is not declared counts as this.</summary>
    public bool IsProduction =>
        IsDeclared && Class is null or EnvironmentClass.Production or EnvironmentClass.DisasterRecovery;

    public Isolation? Isolation => Declared.Parse<Isolation>(Node["spec.isolation"].Text);

    public DataClass? Data => Declared.Parse<DataClass>(Node["spec.data"].Text);

    /// <summary>Such as <c>tier-1</c>, or empty.</summary>
    public string Criticality => Node["spec.criticality"].Text;

    /// <summary>The day for which it is judged, in UTC.</summary>
    /// <exception cref="UnknownFactException">Nobody said which day that is.</exception>
    public DateOnly Today => today ?? throw new UnknownFactException("the day", "the estate was collected for none");

    /// <summary>
    /// Whether the file that a place of the descriptor names exists in the repository and is not empty; null where
    /// nobody looked, as in a case without files.
    /// </summary>
    public bool? HasFile(Node named) => ExistingFiles?.Contains(named.Text);

    internal IReadOnlyCollection<string>? ExistingFiles { get; }

    /// <summary>What it was made of, so that another process can make the same.</summary>
    public EnvironmentContents Contents =>
        new(Name, IsDeclared ? Node.Document : null, [.. Resources.Select(resource => resource.Node)]) { ExistingFiles = ExistingFiles };

    public ImmutableArray<Resource> Resources { get; }

    /// <summary>In the order of their names.</summary>
    public ImmutableArray<Namespace> Namespaces { get; }

    public ImmutableArray<PodTemplate> Pods => conclusions.All(() => Resources.SelectMany(resource => resource.Pods));

    public ImmutableArray<Role> Roles =>
        conclusions.All(() => OfKind("Role").Concat(OfKind("ClusterRole")).Select(resource => new Role(resource)));

    public ImmutableArray<Binding> Bindings =>
        conclusions.All(() => OfKind("RoleBinding").Concat(OfKind("ClusterRoleBinding")).Select(resource => new Binding(resource)));

    public ImmutableArray<Service> Services =>
        conclusions.All(() => OfKind("Service").Where(service => service.Group.Length == 0).Select(resource => new Service(resource)));

    /// <summary>Every place of a route that sends traffic to a Service.</summary>
    public ImmutableArray<RouteBackend> RouteBackends => conclusions.All(() => Kubernetes.RouteBackends.In(this));

    /// <summary>Itself, then the environments that may run on its cluster, whose objects serve it too.</summary>
    public IEnumerable<Environment> OnSameCluster => Estate?.OnClusterOf(this) ?? [this];

    /// <summary>Every place that says how long logs are kept.</summary>
    public IEnumerable<LogRetention> LogRetentions => Resources.SelectMany(LogRetention.In);

    /// <summary>What it belongs to.</summary>
    internal Estate? Estate { get; set; }

    public IEnumerable<StorageClass> StorageClasses => OfKind("StorageClass").Select(resource => new StorageClass(resource));

    /// <summary>In the order in which their targets are first named.</summary>
    public IEnumerable<Autoscaler> Autoscalers => AutoscalersByTarget.SelectMany(sameTarget => sameTarget);

    public ImmutableArray<Resource> OfKind(string kind) => byKind[kind];

    public Namespace? NamespaceNamed(string name) => namespaces.GetValueOrDefault(name);

    /// <summary>
    /// The namespace is one of those that the descriptor lists; of the default environment, or where the descriptor
    /// lists none, one that objects live in.
    /// </summary>
    public bool Owns(string ns) =>
        Node["spec.namespaces"].Count > 0
            ? Node["spec.namespaces"].Texts.Contains(ns, StringComparer.Ordinal)
            : namespaces.ContainsKey(ns);

    /// <summary>
    /// Whether both may run on one cluster: their contexts tell; where they do not, only entities that declare a
    /// cluster or an account of their own are known to be apart from others.
    /// </summary>
    public bool MayShareClusterWith(Environment other)
    {
        Node context = Node["spec.cluster.context"];
        Node otherContext = other.Node["spec.cluster.context"];
        return context.Exists && otherContext.Exists
            ? context.Text == otherContext.Text
            : Entity == other.Entity || !(HasOwnCluster || other.HasOwnCluster);
    }

    private bool HasOwnCluster =>
        Isolation is Model.Estates.Isolation.DedicatedCluster or Model.Estates.Isolation.DedicatedAccount;

    /// <summary>The object of that kind and name, or null; the namespace is empty for what has none.</summary>
    public Resource? Find(string kind, string ns, string name) => ByName.First(FullName(kind, ns, name));

    internal IEnumerable<Service> ServicesIn(string ns) => ServicesByNamespace[ns];

    /// <summary>The volumes of pods that mount a claim of that name, in whichever namespace.</summary>
    internal IEnumerable<Volume> VolumesOf(string claim) => VolumesByClaim[claim];

    /// <summary>The first ConfigMap that configures ingress-nginx, or null.</summary>
    internal Resource? NginxConfiguration => conclusions.Of(() => OfKind("ConfigMap").FirstOrDefault(Kubernetes.NginxConfiguration.IsOne));

    /// <summary>The full names of all Services that a route from outside may mean, as this environment knows them.</summary>
    internal IReadOnlyList<string> NamesOf(RouteTarget target) => NamesOfRoutes[target];

    /// <summary>What installs a chart into that namespace.</summary>
    internal IEnumerable<Resource> ChartsFor(string ns) => ChartsByNamespace[ns];

    /// <summary>The first one that names the workload, or null.</summary>
    internal Autoscaler? AutoscalerOf(Resource workload) => AutoscalersByTarget[workload].FirstOrDefault();

    public override ResourceReference? Reference => null;

    public override string Description => $"environment {Name}";

    /// <summary>Known to live in no namespace, or defined so by a CustomResourceDefinition of this environment.</summary>
    internal bool IsClusterScoped(string group, string kind) =>
        KindScopes.IsClusterScoped(group, kind) || clusterScoped.Contains(KindScopes.NameOf(group, kind));

    private ResourceIndex ByName =>
        conclusions.Of(() => new ResourceIndex(Resources, resource => FullName(resource.Kind, resource.Namespace, resource.Name)));

    private ILookup<Resource?, Autoscaler> AutoscalersByTarget =>
        conclusions.Of(() => Autoscaler.In(this).ToLookup(autoscaler => autoscaler.Target));

    private ILookup<string, Service> ServicesByNamespace =>
        conclusions.Of(() => Services.ToLookup(service => service.Namespace, StringComparer.Ordinal));

    private ILookup<string, Volume> VolumesByClaim =>
        conclusions.Of(() => Pods.SelectMany(pod => pod.Volumes).ToLookup(volume => volume.ClaimName, StringComparer.Ordinal));

    private Dictionary<RouteTarget, string[]> NamesOfRoutes => conclusions.Of(() => (Estate?.RouteTargets ?? [])
        .ToDictionary<RouteTarget, RouteTarget, string[]>(target => target, target => target.NamesIn(this).ToArray(), ReferenceEqualityComparer.Instance));

    private ILookup<string, Resource> ChartsByNamespace => conclusions.Of(() => Resources
        .Where(resource => ObjectMakers.ChartNamespace(resource) is not null)
        .ToLookup(resource => ObjectMakers.ChartNamespace(resource)!, StringComparer.Ordinal));

    private static IEnumerable<string> CustomClusterScoped(EnvironmentContents contents) =>
        contents.Manifests
            .Where(manifest => manifest["kind"].Text == "CustomResourceDefinition" && manifest["spec.scope"].Text == "Cluster")
            .Select(definition => KindScopes.NameOf(definition["spec.group"].Text, definition["spec.names.kind"].Text));

    private static string FullName(string kind, string ns, string name) => $"{kind}/{ns}/{name}";

    private IEnumerable<Namespace> FindNamespaces()
    {
        ResourceIndex inside = new(Resources.Where(resource => resource.IsNamespaced), resource => resource.Namespace);
        ResourceIndex objects = new(OfKind("Namespace"), ns => ns.Name);
        ILookup<string, Node> declared = Node["spec.namespaces"].Items.ToLookup(item => item.Text, StringComparer.Ordinal);
        IEnumerable<string> names = inside.Keys.Concat(objects.Keys).Concat(declared.Select(same => same.Key));
        foreach (string name in names.Distinct(StringComparer.Ordinal))
        {
            Resource? declaration = objects.First(name);
            Node node = declaration?.Node ?? declared[name].FirstOrDefault() ?? inside.First(name)!.Node["metadata.namespace"];
            yield return new(this, name, node, declaration, inside[name]);
        }
    }
}
