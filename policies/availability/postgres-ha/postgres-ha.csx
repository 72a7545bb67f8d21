// When the only PostgreSQL stops, the hospital works on paper; when two of them share a node, two stop.
// Enough servers hold the same data and keep off each other's node. Where little or nothing may be lost,
// a commit waits until a second server has it: a replica that lags behind loses what the primary had promised.

return new Policy<PostgresCluster, Servers>
{
    Title       = "PostgreSQL survives the loss of a node",
    Severity    = High,
    Controls    = [Hipaa("164.308(a)(7)(ii)(C)"), Nist80053("CP-10"), Nist80053("SC-36"), Iso27001("A.8.14")],
    Remediation = "Raise the number of instances, give them anti-affinity by node, and make replication synchronous where the RPO asks for it.",
    Subjects    = estate => estate.PostgresClusters,
    Evaluate    = (cluster, servers) =>
        cluster.Environment.Class is { } stage && !servers.Classes.Contains(stage) ? NotApplicable($"{cluster.Environment.Description} is {Declared.Write(stage)}")
        : All([Enough(cluster, servers.Instances), Apart(cluster, servers.Spreading), InTime(cluster, servers.SynchronousUpTo)]),
};

record Servers
{
    public ImmutableArray<EnvironmentClass> Classes { get; init; } = [EnvironmentClass.Production, EnvironmentClass.DisasterRecovery];
    public int Instances { get; init; } = 2;
    public Spreading Spreading { get; init; } = Spreading.Preferred;

    /// <summary>An RPO of this or less asks for synchronous replication: the lag of a replica has no bound.</summary>
    public Duration SynchronousUpTo { get; init; } = "5m";
}

Verdict Enough(PostgresCluster cluster, int wanted) =>
    cluster.ReplicationDefect is { } defect ? Fail(cluster.InstancesPlace, defect)
    : cluster.Instances < wanted ? Fail(cluster.InstancesPlace, $"{cluster.Description} has {cluster.Instances} of the {wanted} servers that it needs to survive a loss")
    : Pass($"{cluster.Instances} servers", cluster.InstancesPlace);

// One server has nobody to keep off; that it is one is said above.
Verdict Apart(PostgresCluster cluster, Spreading weakest) => cluster switch
{
    { Instances: < 2 } => NotApplicable("it is one server"),
    { Spread: var spread } when spread.Spreading >= weakest => Pass(spread.Place),
    { Spread: { Spreading: Spreading.Unknown } spread } => NotApplicable("the operator's configuration decides where its servers run, and is not among the manifests"),
    { Spread: var spread } => Fail(spread.Place, $"nothing keeps the servers of {cluster.Description} off each other's node",
        fix: spread.Place.Name == "enablePodAntiAffinity" ? Set(spread.Place, true) : null),
};

Verdict InTime(PostgresCluster cluster, Duration upTo)
{
    Node rpo = cluster.Environment["spec.recovery.rpo"];
    return !Duration.TryParse(rpo.Text, out var loss) || loss > upTo ? NotApplicable("no RPO asks for synchronous replication")
        : cluster.Synchronous is not null ? Pass("commits wait for a second server", rpo)
        : cluster.SynchronousPlace is { Name: "synchronous_mode" } place ? Fail(place, Late(cluster, rpo), Set(place, true))
        : FailUnshown(cluster.SynchronousPlace, Late(cluster, rpo), rpo);
}

string Late(PostgresCluster cluster, Node rpo) => $"the RPO is {rpo}, and no commit of {cluster.Description} waits for a second server";
