using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>A bucket or container of object storage that git declares: by Crossplane, ACK, Config Connector or MinIO.</summary>
public sealed class StorageBucket : Subject
{
    private readonly ImmutableArray<Node> parts;

    /// <param name="resource">What declares it.</param>
    /// <param name="node">The bucket itself.</param>
    /// <param name="name">What the store calls it.</param>
    /// <param name="others">Objects that set up parts of it: its lock, its keys, its copies.</param>
    internal StorageBucket(Resource resource, Node node, string name, IEnumerable<Resource> others)
        : base(resource.Environment, node)
    {
        Resource = resource;
        Name = name;
        parts = [node, .. others.Select(part => part["spec"])];
    }

    public Resource Resource { get; }

    public string Name { get; }

    /// <summary>Where its region is written, or would be.</summary>
    public Node Region => Named("region", "location").FirstOrDefault(place => place.Text.Length > 0, Node["forProvider.region"]);

    /// <summary>
    /// What makes its objects unchangeable, by default, for a time: a rule of S3 Object Lock
    /// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html), a locked retention policy of Google's
    /// (https://cloud.google.com/storage/docs/bucket-lock), immutability of Azure's; null when nothing does. A lock that is
    /// only possible binds nobody; ACK and MinIO's Tenant have no field for more.
    /// </summary>
    public Node? Lock =>
        Named("mode").FirstOrDefault(mode => mode.Text is "COMPLIANCE" or "GOVERNANCE" && Holds(mode.Parent))
        ?? Named("isLocked").FirstOrDefault(locked => locked.IsTrue && locked.Parent["retentionPeriod"].Exists)
        ?? Named("immutabilityPeriodInDays", "immutabilityPeriodSinceCreationInDays").FirstOrDefault(days => days.Integer > 0)
        ?? Named("immutableStorageWithVersioning").FirstOrDefault(setting => setting["enabled"].IsTrue)
        ?? (Resource.Group is "s3.services.k8s.aws" or "minio.min.io" ? Named("objectLockEnabledForBucket", "objectLock").FirstOrDefault(on => on.IsTrue) : null);

    /// <summary>The key of one's own that it encrypts with by default; null when it names none.</summary>
    public Node? Key => Named("kmsMasterKeyId", "kmsMasterKeyID", "kmsMasterKeyIdRef", "defaultKmsKeyName", "kmsKeyRef", "keyVaultKeyId", "kmsKeyName")
        .FirstOrDefault(key => key.Exists && (key.IsMapping || key.Text.Length > 0));

    /// <summary>Where copies of its objects go, as long as the rule is on: the bucket that each rule names.</summary>
    public IEnumerable<Node> Copies => Named("destination")
        .Where(destination => destination.Parent["status"].Text is "Enabled" or "")
        .SelectMany(destination => destination.IsSequence ? destination.Items : [destination])
        .Select(destination => destination["bucket"].Exists ? destination["bucket"] : destination["bucketRef.name"])
        .Where(bucket => bucket.Exists);

    /// <summary>The ages at which it deletes objects, in days: the current ones, not earlier versions.</summary>
    internal IEnumerable<Node> Expiries => Named("expiration")
        .SelectMany(expiration => expiration.IsSequence ? expiration.Items : [expiration])
        .Select(expiration => expiration["days"])
        .Where(days => days.Exists);

    /// <summary>The region of another bucket that copies go to, by its declaration or by its name; null when neither tells.</summary>
    internal static CloudRegion? RegionOf(Node copy, Estate estate)
    {
        string name = copy.Text[(copy.Text.LastIndexOf(':') + 1)..];
        Node? region = estate.StorageBuckets
            .FirstOrDefault(other => other.Name == name || other.Resource.Name == name)?.Region;
        return region is { Text.Length: > 0 } ? CloudRegion.Of(region.Text)
            : CloudRegion.In(copy.Text) ?? copy.Parent.Descendants.Where(place => place.Name == "replicaKmsKeyId").Select(key => CloudRegion.In(key.Text)).FirstOrDefault();
    }

    public override ResourceReference Reference => Resource.Reference;

    public override string Description => $"bucket {Name}";

    internal static IEnumerable<StorageBucket> In(Estate estate) => estate.Resources.SelectMany(resource => (resource.Kind, resource.Group) switch
    {
        // https://min.io/docs/minio/kubernetes/upstream/reference/operator-crd.html
        ("Tenant", "minio.min.io") => resource["spec.buckets"].Items.Select(bucket => new StorageBucket(resource, bucket, bucket["name"].Text, [])),
        ("Bucket" or "StorageBucket" or "Container" or "StorageAccountsBlobServicesContainer", var group) when IsObjectStorage(group) =>
            [new(resource, resource["spec"], NameOf(resource), PartsOf(resource))],
        _ => [],
    });

    private static bool IsObjectStorage(string group) =>
        group.StartsWith("s3.", StringComparison.Ordinal)
        || group.StartsWith("storage.", StringComparison.Ordinal)
        || group.Contains("minio", StringComparison.Ordinal);

    private static string NameOf(Resource bucket) =>
        new[] { bucket.Annotations["crossplane.io/external-name"], bucket["spec.name"].Text, bucket["spec.resourceID"].Text, bucket["spec.forProvider.bucketName"].Text }
            .FirstOrDefault(name => !string.IsNullOrEmpty(name)) ?? bucket.Name;

    private static IEnumerable<Resource> PartsOf(Resource bucket) => bucket.Environment.Resources.Where(part =>
        part != bucket
        && IsObjectStorage(part.Group)
        && (part["spec.forProvider.bucketRef.name"].Text == bucket.Name
            || part["spec.forProvider.containerRef.name"].Text == bucket.Name
            || part["spec.forProvider.bucket"].Text == NameOf(bucket)));

    private IEnumerable<Node> Named(params string[] names) =>
        parts.SelectMany(part => part.Descendants).Where(place => names.Contains(place.Name, StringComparer.Ordinal));

    private static bool Holds(Node retention) => retention["days"].Integer > 0 || retention["years"].Integer > 0;
}
