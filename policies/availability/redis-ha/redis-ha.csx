// When the only Redis stops, everybody is logged out and no job runs.
// Two or more servers hold the same data, and keep off each other's node.

return new Policy<RedisInstance, Servers>
{
    Title       = "Redis survives the loss of a node",
    Severity    = Medium,
    Controls    = [Hipaa("164.308(a)(7)(ii)(C)"), Nist80053("CP-10"), Nist80053("SC-36"), Iso27001("A.8.14")],
    Remediation = "Run a primary with replicas and Sentinels, or a cluster with followers, and give the pods anti-affinity by node.",
    Subjects    = estate => estate.RedisInstances,
    Evaluate    = (redis, servers) =>
        redis.Environment.Class is { } stage && !servers.Classes.Contains(stage) ? NotApplicable($"{redis.Environment.Description} is {Declared.Write(stage)}")
        : All([Enough(redis, servers.Instances), Apart(redis, servers.Spreading)]),
};

record Servers
{
    public ImmutableArray<EnvironmentClass> Classes { get; init; } = [EnvironmentClass.Production, EnvironmentClass.DisasterRecovery];
    public int Instances { get; init; } = 2;
    public Spreading Spreading { get; init; } = Spreading.Preferred;
}

Verdict Enough(RedisInstance redis, int wanted) =>
    redis.ReplicationDefect is { } defect ? Fail(redis.InstancesPlace, defect)
    : redis.Instances < wanted ? Fail(redis.InstancesPlace, $"{redis.Description} has {redis.Instances} of the {wanted} servers that it needs to survive a loss")
    : Pass($"{redis.Instances} servers", redis.InstancesPlace);

// One server has nobody to keep off; that it is one is said above.
Verdict Apart(RedisInstance redis, Spreading weakest) => redis switch
{
    { Instances: < 2 } => NotApplicable("it is one server"),
    { Spread: var spread } when spread.Spreading >= weakest => Pass(spread.Place),
    { Spread: var spread } => Fail(spread.Place, $"nothing keeps the servers of {redis.Description} off each other's node"),
};
