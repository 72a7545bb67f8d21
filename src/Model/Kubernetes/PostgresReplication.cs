using System.Text.RegularExpressions;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>How many servers a PostgreSQL has, where they run, and when a commit counts.</summary>
internal sealed partial record PostgresReplication(long Instances, Node Place, string? Defect, StoreSpread Spread)
{
    /// <summary>What makes a commit wait for a second server; null when nothing does.</summary>
    public Node? Synchronous { get; private init; }

    /// <summary>Where that would be said.</summary>
    public required Node SynchronousPlace { get; init; }

    public static PostgresReplication Of(PostgresCluster cluster)
    {
        PostgresReplication replication = cluster.Operator switch
        {
            PostgresOperator.CloudNativePG => OfCloudNativePG(cluster),
            PostgresOperator.Zalando => OfZalando(cluster),
            PostgresOperator.Crunchy => OfCrunchy(cluster),
            _ => OfWorkload(cluster),
        };

        // Off or local: no commit waits for a replica, whatever else is said
        // (https://www.postgresql.org/docs/current/runtime-config-wal.html#GUC-SYNCHRONOUS-COMMIT).
        return cluster.Parameter("synchronous_commit") is { Value: "off" or "local" } undone
            ? replication with { Synchronous = null, SynchronousPlace = undone.Place }
            : replication;
    }

    /// <summary>
    /// See https://cloudnative-pg.io/documentation/current/replication/#synchronous-replication,
    /// https://cloudnative-pg.io/documentation/current/scheduling/#pod-affinity-and-anti-affinity.
    /// </summary>
    private static PostgresReplication OfCloudNativePG(PostgresCluster cluster)
    {
        Node affinity = cluster["spec.affinity"];
        Node[] synchronous = [cluster["spec.postgresql.synchronous.number"], cluster["spec.minSyncReplicas"]];
        StoreSpread own = affinity["enablePodAntiAffinity"].IsFalse
            ? new(Spreading.None, affinity["enablePodAntiAffinity"])
            : new(
                affinity["podAntiAffinityType"].Text == "required" ? Spreading.Required : Spreading.Preferred,
                affinity["podAntiAffinityType"].Exists ? affinity["podAntiAffinityType"] : affinity);
        StoreSpread added = StoreSpread.Of(affinity["additionalPodAntiAffinity"], cluster["spec.topologySpreadConstraints"], cluster.Pods);
        return new(
            cluster["spec.instances"].Integer ?? 1,
            cluster["spec.instances"],
            Defect: null,
            added.Spreading > own.Spreading ? added : own)
        {
            Synchronous = synchronous.FirstOrDefault(place => place.Integer > 0),
            SynchronousPlace = synchronous.FirstOrDefault(place => place.Exists, cluster["spec.postgresql.synchronous"]),
        };
    }

    /// <summary>
    /// Anti-affinity is the operator's to switch on, for all its clusters; constraints can be the cluster's own.
    /// See https://github.com/zalando/postgres-operator/blob/master/docs/reference/cluster_manifest.md.
    /// </summary>
    private static PostgresReplication OfZalando(PostgresCluster cluster)
    {
        Node synchronous = cluster["spec.patroni.synchronous_mode"];
        StoreSpread own = StoreSpread.Of(cluster["spec"], cluster.Pods);
        Node? global = ZalandoOperator.Setting(cluster, "kubernetes", "enable_pod_antiaffinity");
        StoreSpread spread = own.Spreading > Spreading.None ? own
            : global is null ? new(Spreading.Unknown, cluster["spec.topologySpreadConstraints"])
            : new(ZalandoOperator.IsOn(global) ? Spreading.Required : Spreading.None, global);
        return new(cluster["spec.numberOfInstances"].Integer ?? 1, cluster["spec.numberOfInstances"], Defect: null, spread)
        {
            Synchronous = synchronous.IsTrue ? synchronous : null,
            SynchronousPlace = synchronous,
        };
    }

    /// <summary>
    /// Several sets of instances count together. Unless it is switched off the operator spreads them where there is room
    /// (https://access.crunchydata.com/documentation/postgres-operator/latest/architecture/high-availability).
    /// </summary>
    private static PostgresReplication OfCrunchy(PostgresCluster cluster)
    {
        Node sets = cluster["spec.instances"];
        Node synchronous = cluster["spec.patroni.dynamicConfiguration.synchronous_mode"];
        StoreSpread standard = cluster["spec.disableDefaultPodScheduling"].IsTrue
            ? new(Spreading.None, cluster["spec.disableDefaultPodScheduling"])
            : new(Spreading.Preferred, sets);
        StoreSpread[] own = [.. sets.Items.Select(set => StoreSpread.Of(set, cluster.Pods))];
        StoreSpread weakest = own.Length == 0 ? standard : StoreSpread.Weakest(own);
        return new(
            sets.Items.Sum(set => set["replicas"].Integer ?? 1),
            sets.Count == 1 ? sets[0]["replicas"] : sets,
            Defect: null,
            weakest.Spreading > standard.Spreading ? weakest : standard)
        {
            Synchronous = synchronous.IsTrue ? synchronous : null,
            SynchronousPlace = synchronous,
        };
    }

    private static PostgresReplication OfWorkload(PostgresCluster cluster)
    {
        Resource workload = cluster.Resource;
        PodTemplate pod = workload.Pods[0];
        ServerSetting? standbys = cluster.Parameter("synchronous_standby_names");
        Resource[] partners = [.. StorePartners.Of(cluster).Select(partner => partner.Resource)];
        return new(
            workload.Servers + partners.Sum(partner => partner.Servers),
            workload[workload.Kind == "Pod" ? "metadata.name" : "spec.replicas"],
            workload.Servers < 2 || partners.Length > 0 || PodTexts.Of(pod).Any(text => Replication().IsMatch(text)) ? null
                : $"nothing in {workload.Description} replicates: each of its pods has data of its own",
            StoreSpread.OfWorkloads([workload, .. partners], cluster.Pods))
        {
            Synchronous = standbys is { Value.Length: > 0 } ? standbys.Place : null,
            SynchronousPlace = standbys?.Place ?? pod.Containers[0]["args"],
        };
    }

    /// <summary>
    /// What keeps a standby: PostgreSQL's own means, those around it, and the variables of the images that bring it
    /// along.
    /// </summary>
    [GeneratedRegex(
        "primary_conninfo|synchronous_standby_names|hot_standby|standby[._](signal|mode)|pg_basebackup|repmgr|patroni|spilo|timescaledb-ha|stolon|pg_auto(ctl|_failover)|REPLICATION_(MODE|USER|ROLE)|SYNCHRONOUS_REPLICAS|PG_MODE|PRIMARY_HOST|MASTER_HOST",
        RegexOptions.IgnoreCase)]
    private static partial Regex Replication();
}
