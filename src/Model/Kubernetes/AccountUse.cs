using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Model.Kubernetes;

/// <summary>What a workload is to the ERP.</summary>
public enum WorkloadPart
{
    /// <summary>Neither of the others, as far as can be told.</summary>
    Other,
    Application,
    Database,
    Backup,
}

/// <summary>A service account, and all that runs as it in its namespace.</summary>
public sealed class AccountUse : Subject
{
    private AccountUse(Environment environment, string ns, string name, ImmutableArray<AccountUser> users)
        : base(environment, users[0].Place)
    {
        Namespace = ns;
        Name = name;
        Users = users;
    }

    public string Namespace { get; }

    public string Name { get; }

    /// <summary>What an operator makes comes first, since nobody chooses its account; then the application.</summary>
    public ImmutableArray<AccountUser> Users { get; }

    public override ResourceReference? Reference => Users[0].Resource.Reference;

    public override string Description => $"service account {Name} of {Namespace}";

    internal static IEnumerable<AccountUse> In(Estate estate) =>
        estate.Environments.SelectMany(environment => environment.Pods
            .Select(pod => new AccountUser(pod.Workload, WorkloadParts.Of(pod), PlaceOf(pod), pod.ServiceAccountName, IsMade: false))
            .Concat(environment.Resources.SelectMany(OfOperator))
            .GroupBy(user => (user.Resource.Namespace, user.Account))
            .Select(same => new AccountUse(environment, same.Key.Namespace, same.Key.Account, [.. same.OrderBy(user => !user.IsMade).ThenBy(user => user.Part)])));

    private static Node PlaceOf(PodTemplate pod) =>
        pod.Spec["serviceAccountName"].Exists || pod.Spec["serviceAccount"].IsMissing ? pod.Spec["serviceAccountName"] : pod.Spec["serviceAccount"];

    /// <summary>
    /// Operators name the accounts of their databases: https://cloudnative-pg.io/documentation/current/security/,
    /// https://github.com/zalando/postgres-operator/blob/master/docs/reference/operator_parameters.md (pod_service_account_name),
    /// https://access.crunchydata.com/documentation/postgres-operator/latest.
    /// </summary>
    private static IEnumerable<AccountUser> OfOperator(Resource resource) => (resource.Kind, resource.Group) switch
    {
        ("Cluster", "postgresql.cnpg.io") => [new(resource, WorkloadPart.Database, resource["metadata.name"], resource.Name, IsMade: true)],
        ("postgresql", "acid.zalan.do") => [new(resource, WorkloadPart.Database, resource["metadata.name"], "postgres-pod", IsMade: true)],
        ("PostgresCluster", "postgres-operator.crunchydata.com") => [new(resource, WorkloadPart.Database, resource["metadata.name"], $"{resource.Name}-instance", IsMade: true)],
        _ => [],
    };
}

/// <summary>Something that runs as a service account.</summary>
/// <param name="Resource">The workload, or the object of which an operator makes one.</param>
/// <param name="Part">What it is.</param>
/// <param name="Place">Where the account is chosen.</param>
/// <param name="Account">Its name.</param>
/// <param name="IsMade">An operator chooses the account.</param>
public sealed record AccountUser(Resource Resource, WorkloadPart Part, Node Place, string Account, bool IsMade);
