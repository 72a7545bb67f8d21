using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>A place that asks for a persistent volume: a claim, a template of claims, or an operator's own field.</summary>
public sealed class StorageClaim : Subject
{
    private const string BetaAnnotation = "volume.beta.kubernetes.io/storage-class";

    internal StorageClaim(Resource resource, Node node, Estate estate)
        : base(resource.Environment, node)
    {
        Resource = resource;
        ClassName = Names(resource, node);
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
