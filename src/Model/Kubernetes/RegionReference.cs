using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Model.Kubernetes;

/// <summary>A place that says in which region something lies or runs. Its node is that place.</summary>
public sealed class RegionReference : Subject
{
    /// <summary>https://kubernetes.io/docs/reference/labels-annotations-taints/#topologykubernetesioregion</summary>
    private static readonly string[] TopologyLabels =
    [
        "topology.kubernetes.io/region", "topology.kubernetes.io/zone",
        "failure-domain.beta.kubernetes.io/region", "failure-domain.beta.kubernetes.io/zone",
        "topology.ebs.csi.aws.com/zone", "topology.gke.io/zone", "topology.disk.csi.azure.com/zone",
    ];

    private readonly Resource? resource;

    private RegionReference(Environment environment, Resource? resource, Node node, CloudRegion region)
        : base(environment, node)
    {
        this.resource = resource;
        Region = region;
    }

    public CloudRegion Region { get; }

    public override ResourceReference? Reference => resource?.Reference;

    public override string Description => $"region {Region.Name}";

    internal static IEnumerable<RegionReference> In(Estate estate)
    {
        HashSet<(string, int, string)> seen = [];
        return Declared(estate)
            .Concat(estate.BackupTargets.Where(target => target.Region is not null).Select(target => Of(target.Resource, target.Region!, target.CloudRegion!)))
            .Concat(estate.StorageBuckets.SelectMany(bucket => bucket.Copies.Select(copy => (bucket.Resource, Place: copy, Region: StorageBucket.RegionOf(copy, estate))))
                .Where(copy => copy.Region is not null)
                .Select(copy => Of(copy.Resource, copy.Place, copy.Region!)))
            .Concat(estate.Resources.SelectMany(InFields))
            .Where(reference => seen.Add((reference.Node.Document.File, reference.Node.Document.Index, reference.Node.Path)));
    }

    private static IEnumerable<RegionReference> Declared(Estate estate) =>
        from environment in estate.Environments
        from region in environment["spec.regions"].Items
        where region.Text.Length > 0
        select new RegionReference(environment, null, region, CloudRegion.Of(region.Text));

    private static RegionReference Of(Resource resource, Node place, CloudRegion region) => new(resource.Environment, resource, place, region);

    private static IEnumerable<RegionReference> InFields(Resource resource)
    {
        bool isCloud = MeansCloud(resource.Group);
        return resource.Node.ScalarsThat((name, text) => IsTopology(name) || IsKey(name, text) || IsVariable(name, text) || (isCloud && IsCloudField(name)))
            .SelectMany(Named)
            .Where(place => place.Text.Length > 0)
            .Select(place => Of(resource, place, CloudRegion.Of(place.Text)));
    }

    /// <summary>Selectors of nodes, variables that programs read their region from, and the fields of cloud resources.</summary>
    private static IEnumerable<Node> Named(Node place) =>
        IsKey(place.Name, place.Text) ? IsExpression(place.Parent) ? place.Parent["values"].Items : []
        : IsVariable(place.Name, place.Text) ? IsExpression(place.Parent) ? [] : [place.Parent["value"]]
        : IsTopology(place.Name) ? place.Parent.Name is "labels" or "annotations" ? [] : [place]
        : CloudRegion.In(place.Text) is not null || !CloudRegion.Of(place.Text).Jurisdictions.IsEmpty ? [place]
        : [];

    private static bool IsExpression(Node place) => IsKey("key", place["key"].Text) && place["operator"].Text is "In" or "";

    private static bool IsKey(string name, string text) => name == "key" && IsTopology(text);

    private static bool IsTopology(string label) =>
        (label.EndsWith("/region", StringComparison.Ordinal) || label.EndsWith("/zone", StringComparison.Ordinal)) && TopologyLabels.Contains(label, StringComparer.Ordinal);

    private static bool IsVariable(string name, string text) =>
        name == "name" && text is "AWS_REGION" or "AWS_DEFAULT_REGION" or "S3_REGION" or "GOOGLE_CLOUD_REGION";

    private static bool IsCloudField(string name) => name is "region" or "location" or "awsRegion" or "locationConstraint";

    private static bool MeansCloud(string group) =>
        group.Contains("crossplane", StringComparison.Ordinal)
        || group.EndsWith("upbound.io", StringComparison.Ordinal)
        || group.EndsWith("services.k8s.aws", StringComparison.Ordinal)
        || group.EndsWith("cnrm.cloud.google.com", StringComparison.Ordinal)
        || group.EndsWith("azure.com", StringComparison.Ordinal)
        || group.EndsWith("cluster.x-k8s.io", StringComparison.Ordinal)
        || group is "velero.io" or "karpenter.k8s.aws" or "secretsmanager.external-secrets.io" or "external-secrets.io";
}
