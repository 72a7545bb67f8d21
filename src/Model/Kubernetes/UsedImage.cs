using PolicyGate.Model.Assessments;
using PolicyGate.Model.Delivery;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>One image that a cluster is told to pull. Its node is the text that names it.</summary>
public sealed class UsedImage : Subject
{
    private readonly Subject user;
    private readonly ImageFactBook book;

    internal UsedImage(Subject user, Node node, ImageFactBook book)
        : base(user.Environment, node)
    {
        this.user = user;
        this.book = book;
        Image = ImageReference.Parse(node.Text);
    }

    public ImageReference Image { get; }

    /// <summary>What was collected about it; null when nothing was collected about images.</summary>
    /// <exception cref="Changes.UnknownFactException">Facts about images were collected, and none about this one.</exception>
    public ImageFacts? Facts => book.About(Image);

    /// <summary>The images of the environments of its entity that come before production.</summary>
    public IEnumerable<UsedImage> EarlierUses => book.EarlierOf(Environment.Entity);

    /// <summary>Its entity has environments that come before production.</summary>
    public bool HasEarlierStages => book.HasEarlierOf(Environment.Entity);

    public override ResourceReference? Reference => user.Reference;

    public override string Description => $"image of {user.Description}";
}

/// <summary>Where images are named.</summary>
internal static class UsedImages
{
    /// <summary>
    /// Fields of the custom resources whose operators make pods of them. They leave the image to the operator when they
    /// name none.
    /// </summary>
    private static readonly Dictionary<string, string[]> OperatorFields = new(StringComparer.Ordinal)
    {
        // https://cloudnative-pg.io/documentation/current/cloudnative-pg.v1/
        ["Cluster"] = ["spec.imageName"],
        ["ImageCatalog"] = ["spec.images[].image"],
        ["ClusterImageCatalog"] = ["spec.images[].image"],

        // https://github.com/zalando/postgres-operator/blob/master/docs/reference/cluster_manifest.md
        ["postgresql"] = ["spec.dockerImage", "spec.sidecars[].image", "spec.connectionPooler.dockerImage"],

        // https://access.crunchydata.com/documentation/postgres-operator/latest/references/crd/
        ["PostgresCluster"] =
            ["spec.image", "spec.backups.pgbackrest.image", "spec.proxy.pgBouncer.image", "spec.monitoring.pgmonitor.exporter.image"],

        // https://redis-operator.opstree.dev/docs/
        ["Redis"] = ["spec.kubernetesConfig.image", "spec.redisExporter.image"],
        ["RedisReplication"] = ["spec.kubernetesConfig.image", "spec.redisExporter.image"],
        ["RedisCluster"] = ["spec.kubernetesConfig.image", "spec.redisExporter.image"],
        ["RedisSentinel"] = ["spec.kubernetesConfig.image", "spec.redisExporter.image"],

        // https://github.com/spotahome/redis-operator
        ["RedisFailover"] = ["spec.redis.image", "spec.redis.exporter.image", "spec.sentinel.image", "spec.sentinel.exporter.image"],

        // https://prometheus-operator.dev/docs/api-reference/api/
        ["Prometheus"] = ["spec.image"],
        ["PrometheusAgent"] = ["spec.image"],
        ["Alertmanager"] = ["spec.image"],
        ["ThanosRuler"] = ["spec.image"],
    };

    public static IEnumerable<UsedImage> In(Resource resource, ImageFactBook book) =>
        resource.Pods.SelectMany(pod => InPod(pod, book)).Concat(
            FieldPlaces.At(resource.Node, OperatorFields.GetValueOrDefault(resource.Kind, []))
                .Where(place => place.IsScalar)
                .Select(place => new UsedImage(resource, place, book)));

    /// <summary>Containers, and volumes made of images (https://kubernetes.io/docs/concepts/storage/volumes/#image).</summary>
    private static IEnumerable<UsedImage> InPod(PodTemplate pod, ImageFactBook book) =>
        pod.Containers.Select(container => new UsedImage(container, container["image"], book))
            .Concat(pod.Volumes.Select(volume => new UsedImage(volume, volume["image.reference"], book)))
            .Where(used => used.Node.IsScalar);
}
