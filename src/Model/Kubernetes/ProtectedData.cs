using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// Data whose loss must be bounded: a PostgreSQL, a volume with documents, or whatever a schedule saves of which git
/// holds nothing else.
/// </summary>
public sealed class ProtectedData : Subject
{
    private readonly string description;

    private ProtectedData(Resource resource, Node node, string description)
        : base(resource.Environment, node)
    {
        Resource = resource;
        this.description = description;
    }

    /// <summary>The object that holds it, or the schedule.</summary>
    public Resource Resource { get; }

    public required ImmutableArray<BackupSchedule> Backups { get; init; }

    /// <summary>Of a PostgreSQL; null for files.</summary>
    public WalArchive? WalArchive { get; init; }

    public override ResourceReference Reference => Resource.Reference;

    public override string Description => description;

    internal static IEnumerable<ProtectedData> In(Estate estate)
    {
        ImmutableArray<ProtectedData> known =
        [
            .. estate.PostgresClusters.Select(Of),
            .. estate.StorageClaims.Where(claim => claim.HoldsDocuments).Select(Of),
        ];
        HashSet<string> places = [.. known.SelectMany(data => data.Backups).Select(backup => PlaceOf(backup.Time))];
        return known.Concat(estate.Resources
            .Where(resource => SavesSomething(resource) && !places.Contains(PlaceOf(Of(resource).Backups[0].Time)))
            .Select(Of));
    }

    private static string PlaceOf(Node time) => $"{time.Document.File}#{time.Document.Index}#{time.Path}";

    private static ProtectedData Of(PostgresCluster cluster) => new(cluster.Resource, cluster.Node, cluster.Description)
    {
        Backups = cluster.Backups,
        WalArchive = cluster.WalArchive,
    };

    private static ProtectedData Of(StorageClaim claim) => new(claim.Resource, claim.Node, claim.Description) { Backups = claim.Backups };

    private static ProtectedData Of(Resource schedule) => new(schedule, schedule.Node, $"what {schedule.Description} saves")
    {
        Backups = [VolumeBackups.IsSchedule(schedule) ? VolumeBackups.Described(schedule) : CloudNativePGBackups.Described(schedule)],
    };

    private static bool SavesSomething(Resource resource) =>
        resource.Is("Schedule", "velero.io") ? VeleroBackups.TakesVolumes(resource["spec.template"])
        : VolumeBackups.IsSchedule(resource) || resource.Is("ScheduledBackup", "postgresql.cnpg.io");
}
