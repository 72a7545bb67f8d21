using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>A place that backups are written to.</summary>
public sealed class BackupTarget : Subject
{
    private readonly Estate estate;

    internal BackupTarget(Resource resource, Node node, StoreAddress address, Estate estate)
        : base(resource.Environment, node)
    {
        this.estate = estate;
        Resource = resource;
        Address = address;
    }

    /// <summary>What writes there.</summary>
    public Resource Resource { get; }

    /// <summary>The bucket or container; empty where it is no object storage, or where git does not tell.</summary>
    public string Bucket => Address.Bucket;

    /// <summary>The folder in it, without slashes around; empty for the whole bucket.</summary>
    public string Prefix => Address.Prefix;

    /// <summary>The bucket where git declares it, in whatever environment.</summary>
    public StorageBucket? Declaration { get; internal init; }

    /// <summary>What says in which region it lies; null where nothing does.</summary>
    public Node? Region { get; internal init; }

    /// <summary>Its region; null where nothing tells.</summary>
    public CloudRegion? CloudRegion => Region is null ? null : CloudRegion.In(Region.Text) ?? CloudRegion.Of(Region.Text);

    /// <summary>How what is written there is encrypted, each part for itself.</summary>
    public ImmutableArray<BackupEncryption> Encryption { get; internal init; } = [];

    /// <summary>What locks its objects: the bucket, or the program that writes; null when nothing does.</summary>
    public Node? Lock => OwnLock ?? Declaration?.Lock;

    public override ResourceReference Reference => Resource.Reference;

    public override string Description => Bucket.Length > 0
        ? $"{(Prefix.Length > 0 ? $"{Bucket}/{Prefix}" : Bucket)}, where {Resource.Description} writes its backups"
        : $"where {Resource.Description} writes its backups";

    /// <summary>Those of other environments that it may write over, or that may write over it.</summary>
    public IEnumerable<BackupTarget> Overlapping =>
        estate.BucketUses.Where(other => other.Environment != Environment && Overlaps(other));

    /// <summary>The regions of all its copies that are known: its own, those of its bucket's copies, and those that a job makes.</summary>
    public IEnumerable<CloudRegion> Regions => new[] { CloudRegion }
        .Concat(Declaration?.Copies.Select(copy => StorageBucket.RegionOf(copy, estate)) ?? [])
        .Concat(Copiers.SelectMany(copier => copier.Regions))
        .Concat(Twins.Select(twin => twin.CloudRegion))
        .OfType<CloudRegion>();

    /// <summary>What carries it into another account: a copy for which its bucket names one, or a job.</summary>
    public Node? OtherAccount =>
        Declaration?.Copies.Select(copy => copy.Parent["account"]).FirstOrDefault(account => account.Exists);

    /// <summary>Other targets that are filled from this one.</summary>
    private IEnumerable<BackupTarget> Copiers => Bucket.Length == 0 ? [] : estate.BackupTargets
        .Where(other => other != this && other.Bucket != Bucket && other.Environment == Environment && other.Sources.Contains(Bucket));

    /// <summary>Other locations of Velero whose schedules save all that its own schedules do.</summary>
    private IEnumerable<BackupTarget> Twins => Resource.Kind != "BackupStorageLocation" ? [] : estate.BackupTargets
        .Where(other => other != this && other.Resource.Kind == Resource.Kind && other.Environment == Environment && other.Resource.Namespace == Resource.Namespace)
        .Where(other => VeleroSchedules.SaveAllOf(Resource, other.Resource));

    /// <summary>Both may write over each other: the same bucket, and one folder inside of the other.</summary>
    private bool Overlaps(BackupTarget other) =>
        Bucket.Length > 0
        && Bucket == other.Bucket
        && (Address.Host.Length == 0 || other.Address.Host.Length == 0 || Address.Host == other.Address.Host)
        && (IsInside(Prefix, other.Prefix) || IsInside(other.Prefix, Prefix));

    internal StoreAddress Address { get; }

    internal Node? OwnLock { get; init; }

    /// <summary>The buckets that a script names.</summary>
    internal ImmutableArray<string> Sources { get; init; } = [];

    private static bool IsInside(string prefix, string outer) =>
        outer.Length == 0 || prefix == outer || prefix.StartsWith(outer + "/", StringComparison.Ordinal);
}
