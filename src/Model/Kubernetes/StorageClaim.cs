using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>A place that asks for a persistent volume: a claim, a template of claims, or an operator's own field.</summary>
public sealed partial class StorageClaim : Subject
{
    private const string BetaAnnotation = "volume.beta.kubernetes.io/storage-class";

    private readonly Lazy<ImmutableArray<BackupSchedule>> backups;

    internal StorageClaim(Resource resource, Node node, Estate estate)
        : base(resource.Environment, node)
    {
        Resource = resource;
        ClassName = Names(resource, node);
        backups = new(() => [.. VolumeBackups.Of(VolumeToSave.Of(this), estate)]);
        Class = ClassName.Exists ? Named(ClassName.Text, estate) : Default(estate);
    }

    /// <summary>The object that asks: a PersistentVolumeClaim, a StatefulSet, a PostgreSQL cluster.</summary>
    public Resource Resource { get; }

    /// <summary>
    /// The name of the StorageClass. Missing, the cluster's default is taken; empty, a volume that was made by hand
    /// (https://kubernetes.io/docs/concepts/storage/persistent-volumes/#class-1).
    /// </summary>
    public Node ClassName { get; }

    /// <summary>
    /// The class, looked up in its environment and then in those of the same cluster; null when git does not hold it.
    /// </summary>
    public StorageClass? Class { get; }

    /// <summary>Every schedule that takes its contents along, those that do not work too.</summary>
    public ImmutableArray<BackupSchedule> Backups => backups.Value;

    /// <summary>
    /// People put documents there: it is called so, or Odoo keeps its filestore on it
    /// (https://www.odoo.com/documentation/master/developer/reference/cli.html#cmdoption-odoo-bin-data-dir). What can be
    /// made anew does not count.
    /// </summary>
    public bool HoldsDocuments =>
        (Resource.Kind == "PersistentVolumeClaim" || Node.Parent.Parent.Name == "volumeClaimTemplates")
        && !PassingName().IsMatch(Name)
        && (DocumentName().IsMatch(Name) || Mounts.Any(HoldsDocumentsAt));

    /// <summary>What it is called: the claim, or the template.</summary>
    public string Name => Resource.Kind == "PersistentVolumeClaim" ? Resource.Name : Node.Parent["metadata.name"].Text;

    /// <summary>A template is mounted by its own name; a claim through the volumes that name it.</summary>
    private IEnumerable<(Container Container, string Path)> Mounts => Resource.Kind != "PersistentVolumeClaim"
        ? Resource.Pods.SelectMany(pod => MountsOf(pod, Name))
        : Environment.VolumesOf(Name)
            .Where(volume => volume.Pod.Namespace == Resource.Namespace)
            .SelectMany(volume => MountsOf(volume.Pod, volume.Name));

    private static IEnumerable<(Container Container, string Path)> MountsOf(PodTemplate pod, string volume) =>
        from container in pod.Containers
        from mount in container["volumeMounts"].Items
        where mount["name"].Text == volume
        select (container, mount["mountPath"].Text);

    private static bool HoldsDocumentsAt((Container Container, string Path) mount) =>
        !PassingName().IsMatch(mount.Path) && (OdooData().IsMatch(mount.Path) || DocumentName().IsMatch(mount.Path));

    [GeneratedRegex("(^|[-_/.])(file-?store|documents?|attachments?|uploads?|scans?|odoo-(web-)?data)([-_/.]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex DocumentName();

    [GeneratedRegex("^/var/lib/odoo|/bitnami/odoo|/odoo/data")]
    private static partial Regex OdooData();

    [GeneratedRegex("(^|[-_/.])(cache|tmp|temp|scratch|sessions?|logs?|addons|backups?|dumps?)([-_/.]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex PassingName();

    public override ResourceReference Reference => Resource.Reference;

    public override string Description => $"storage of {Resource.Description}";

    /// <summary>
    /// Claims say <c>storageClassName</c>, operators often <c>storageClass</c>, old claims an annotation
    /// (https://kubernetes.io/docs/reference/labels-annotations-taints/#volume-beta-kubernetes-io-storage-class).
    /// </summary>
    private static Node Names(Resource resource, Node node) =>
        new[] { node["storageClass"], node["pvcTemplate.storageClassName"], node.Parent["metadata.annotations"].Field(BetaAnnotation) }
            .FirstOrDefault(name => name.Exists, node[FieldOf(resource)]);

    /// <summary>
    /// CloudNativePG (https://cloudnative-pg.io/documentation/current/storage/) and Zalando's operator
    /// (https://github.com/zalando/postgres-operator/blob/master/docs/reference/cluster_manifest.md#volume-properties)
    /// have a name of their own for it.
    /// </summary>
    private static string FieldOf(Resource resource) =>
        resource.Is("Cluster", "postgresql.cnpg.io") || resource.Is("postgresql") ? "storageClass" : "storageClassName";

    private StorageClass? Named(string name, Estate estate) =>
        ClassesFor(estate).FirstOrDefault(storageClass => storageClass.Name == name);

    private StorageClass? Default(Estate estate) =>
        ClassesFor(estate).FirstOrDefault(storageClass => storageClass.IsDefault);

    private IEnumerable<StorageClass> ClassesFor(Estate estate) =>
        estate.OnClusterOf(Environment).SelectMany(environment => environment.StorageClasses);
}
