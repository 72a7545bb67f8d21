// Who can open a connection can try passwords, and use the next hole in the server before it is mended.
// NetworkPolicies close the pods of PostgreSQL and Redis, and admit the application, backup, metrics and the operator.
// Who that is, git tells: pods that are configured to connect, or labels that say so by one of the words below.

return new Policy<DataStore, Callers>
{
    Title       = "Only the application, backup and metrics may call a database",
    Severity    = High,
    Controls    = [Hipaa("164.312(a)(1)"), Nist80053("AC-4"), Nist80053("SC-7(5)"), Iso27001("A.8.22"), Cis("5.3.2")],
    Remediation = "Add a NetworkPolicy that selects the database's pods and names its callers by namespace and pod labels.",
    Subjects    = estate => estate.DataStores,
    Evaluate    = (store, callers) => All(
    [
        .. store.OpenPods.Distinct().Select(group => Fail(store["metadata.name"], $"no NetworkPolicy closes the {group} of {store.Description}, so every pod may call them{(store.HasOtherPolicies ? "; policies of Cilium and Calico are not judged" : "")}")),
        .. store.IngressPolicies.Select(policy => Pass("it closes its pods", policy["spec.podSelector"])),
        .. store.Callers.Select(caller => Judged(caller, store, callers)),
    ]),
};

record Callers
{
    /// <summary>Parts of label values that say what a pod is for.</summary>
    public ImmutableArray<string> Purposes { get; init; } =
    [
        "odoo", "erp", "app", "application", "web", "worker", "workers", "cron", "api", "backend", "frontend", "client", "queue", "pooler", "pgbouncer",
        "backup", "backups", "dump", "barman", "velero", "restore", "migration", "prometheus", "metrics", "monitoring", "observability", "exporter", "vmagent",
        "operator", "cnpg", "cloudnative", "zalando", "pgo", "patroni", "sentinel", "postgres", "postgresql", "redis", "valkey",
    ];

    /// <summary>Parts that say it has no business there, whatever else it says.</summary>
    public ImmutableArray<string> Strangers { get; init; } =
        ["pgadmin", "pgadmin4", "adminer", "phppgadmin", "pgweb", "cloudbeaver", "commander", "redisinsight", "debug", "debugger", "toolbox", "netshoot", "bastion", "jumphost", "traefik", "ingress"];

    /// <summary>Parts of a namespace's name by which it is none of production's.</summary>
    public ImmutableArray<string> Elsewhere { get; init; } = ["default", "dev", "development", "test", "staging"];

    /// <summary>Addresses outside of the cluster from which the database may be called.</summary>
    public ImmutableArray<string> Addresses { get; init; } = [];
}

Verdict Judged(StoreCaller caller, DataStore store, Callers callers) => caller switch
{
    { Anyone: { } from } => Fail(caller.Place, $"this lets callers in {from} at {store.Description}"),
    { Addresses: { } cidr } when callers.Addresses.Contains(cidr.Text) => Pass(cidr),
    { Addresses: { } cidr } => Fail(cidr, $"{cidr} is outside the cluster: neither application, backup nor metrics of {store.Description}"),
    { IsItself: true } => Pass("its own pods", caller.Place),
    { Pods.IsEmpty: false } => caller.FirstOther(callers.Purposes, callers.Strangers) is { } other
        ? Fail(caller.Place, $"this admits {other.Workload.Description}, which is neither application, backup nor metrics of {store.Description}")
        : Pass($"this admits {string.Join(", ", caller.Pods.Select(pod => pod.Workload.Description))}", caller.Place),
    _ when caller.Says(callers.Purposes) && !caller.Says(callers.Strangers) && !IsElsewhere(caller, store, callers) => Pass(caller.Place),
    _ => Fail(caller.Place, $"whom this admits is neither application, backup nor metrics of {store.Description} by its labels, and not among the manifests"),
};

bool IsElsewhere(StoreCaller caller, DataStore store, Callers callers) =>
    store.Environment.Class is null or EnvironmentClass.Production && caller.Says(callers.Elsewhere);
