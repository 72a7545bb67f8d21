// A backup that fails for weeks, a certificate that runs out on a Sunday, a replica that lags, a disk that fills: each is
// harmless for those who are told in time. Alerts of the environment, or of its cluster, ask for all four.

return new Policy<Environment, Topics>
{
    Title       = "Alerts cover backups, certificates, replication and storage",
    Severity    = Medium,
    Controls    = [Hipaa("164.308(a)(1)(ii)(D)"), Nist80053("SI-4(5)"), Nist80053("CP-9"), Iso27001("A.8.16")],
    Remediation = "Add an alert to a PrometheusRule whose expression asks for a metric of what is missing; a name alone alerts nobody.",
    Subjects    = estate => estate.Environments,
    Evaluate    = (environment, topics) =>
        !environment.IsDeclared && !Alerts(environment).Any() ? NotApplicable("there is neither a descriptor nor an alert")
        : environment is { IsDeclared: true, IsProduction: false } ? NotApplicable($"{environment.Description} is not production")
        : Each([("failed backups", topics.Backup), ("certificates that expire", topics.Certificates), ("replication lag", topics.Replication), ("storage that fills up", topics.Storage)],
            topic => Covered(environment, topic.Item1, topic.Item2)),
};

record Topics
{
    /// <summary>What the expression of an alert has to contain, as regular expressions; empty for a topic that is covered elsewhere.</summary>
    public string Backup { get; init; } = "(?i)backup|barman|velero|restic|k8up|pgbackrest|wal_archiv|archiver_failed|last_archived";
    public string Certificates { get; init; } = "(?i)cert\\w*_(expir|not_after)|cert_expiry|x509_cert_not_after|certificate_expiration|tls_certs_not_after";
    public string Replication { get; init; } = "(?i)replication_?(lag|delay|slot)|replay_lag|write_lag|flush_lag|pg_stat_replication|pg_replication|streaming_replication|wal_lsn_diff|patroni_\\w*(lag|replayed|received)|replica_lag";
    public string Storage { get; init; } = "(?i)kubelet_volume_stats|node_filesystem_(avail|free)|pg_database_size|disk_(used|free|avail)|persistentvolume\\w*(usage|free|full)|ceph_\\w*(full|used|avail)|longhorn_(volume|node_storage)|minio_\\w*(free|usable|used)";
}

Verdict Covered(Environment environment, string topic, string expression) =>
    expression == "" ? NotApplicable($"{topic} are watched elsewhere")
    : Alerts(environment).FirstOrDefault(alert => Regex.IsMatch(alert["expr"].Text, expression)) is { } found ? Pass(found["expr"])
    : Fail(Place(environment), $"no alert asks for {topic}");

IEnumerable<Node> Alerts(Environment environment) =>
    from neighbour in environment.OnSameCluster
    from resource in neighbour.Resources
    where resource.Kind is "PrometheusRule" or "VMRule"
    from @group in resource["spec.groups"].Items
    from rule in @group["rules"].Items
    where rule["alert"].Text != ""
    select rule;

// Where the environment has rules, the missing one belongs there.
Node Place(Environment environment) =>
    environment.Resources.FirstOrDefault(resource => resource.Kind is "PrometheusRule" or "VMRule")?["spec.groups"] ?? environment["metadata.name"];
