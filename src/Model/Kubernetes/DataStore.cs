using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>A PostgreSQL or a Redis, one server or many that belong together, by whatever means it is run.</summary>
public abstract class DataStore : Subject
{
    private readonly Lazy<ImmutableArray<PodGroup>> pods;
    private readonly Lazy<ImmutableArray<Service>> services;
    private readonly Lazy<ImmutableArray<ServiceHost>> upstreams;
    private readonly Lazy<ImmutableArray<string>> serviceNames;
    private readonly Lazy<ImmutableArray<Exposure>> exposures;
    private readonly Lazy<ImmutableArray<StoreCaller>> callers;

    private protected DataStore(Resource resource, Estate estate)
        : base(resource.Environment, resource.Node)
    {
        Resource = resource;
        Estate = estate;
        pods = new(() => [.. FindPods()]);
        services = new(() => [.. FindServices()]);
        upstreams = new(() => [.. StorePartners.UpstreamsOf(this)]);
        serviceNames = new(() => [.. FindServiceNames().Distinct(StringComparer.Ordinal)]);
        exposures = new(() => [.. StoreExposures.Of(this)]);
        callers = new(() => [.. StoreCallers.Of(this)]);
    }

    public Resource Resource { get; }

    public string Name => Resource.Name;

    public string Namespace => Resource.Namespace;

    /// <summary>Where others than its clients inside the cluster get in.</summary>
    public ImmutableArray<Exposure> Exposures => exposures.Value;

    /// <summary>
    /// The groups of its pods that no NetworkPolicy closes for what comes in, such as <c>instances</c> or
    /// <c>pooler erp-rw</c>; none when all are closed.
    /// </summary>
    public IEnumerable<string> OpenPods => Pods.Where(group => !Policies(group).Any()).Select(group => group.Name);

    /// <summary>Its namespace has policies of Cilium or Calico, of which nothing is known here.</summary>
    public bool HasOtherPolicies => Environment.NamespaceNamed(Namespace)?.Resources.Any(resource =>
        resource.Kind.StartsWith("Cilium", StringComparison.Ordinal)
        || resource.Group.EndsWith("projectcalico.org", StringComparison.Ordinal)) == true;

    /// <summary>The NetworkPolicies that say who may come in.</summary>
    public IEnumerable<NetworkPolicy> IngressPolicies =>
        Pods.SelectMany(Policies).DistinctBy(policy => policy.Resource);

    /// <summary>Whom those policies let in at the ports of the database; metrics and health have ports of their own.</summary>
    public ImmutableArray<StoreCaller> Callers => callers.Value;

    /// <summary>How many servers hold the data.</summary>
    public abstract long Instances { get; }

    /// <summary>Where that number is written, or would have to be.</summary>
    public abstract Node InstancesPlace { get; }

    /// <summary>Why the servers do not hold the same data, or null when they replicate, or there is but one.</summary>
    public abstract string? ReplicationDefect { get; }

    /// <summary>Whether its servers keep off each other's node or zone.</summary>
    public abstract StoreSpread Spread { get; }

    public override ResourceReference Reference => Resource.Reference;

    internal Estate Estate { get; }

    /// <summary>The pods through which one gets at the data: the servers, and poolers before them.</summary>
    internal ImmutableArray<PodGroup> Pods => pods.Value;

    /// <summary>The names of the Services that lead to it, of its own namespace.</summary>
    internal ImmutableArray<string> ServiceNames => serviceNames.Value;

    /// <summary>The full names of the Services that lead to it.</summary>
    internal IEnumerable<string> Entrances =>
        ServiceNames.Select(name => Service.FullNameOf(Namespace, name)).Concat(Services.Select(service => service.FullName));

    /// <summary>The port that its servers listen on unless they are told otherwise.</summary>
    internal abstract int DefaultPort { get; }

    /// <summary>Fields of its operator that open it to the outside.</summary>
    internal abstract IEnumerable<Exposure> OperatorExposures { get; }

    /// <summary>The container is a server, not something beside it.</summary>
    internal abstract bool IsServer(Container container);

    private protected abstract IEnumerable<PodGroup> FindPods();

    private protected abstract IEnumerable<string> OperatorServiceNames { get; }

    /// <summary>The Services of its namespace that send traffic to its pods.</summary>
    internal ImmutableArray<Service> Services => services.Value;

    /// <summary>The servers that its own are told to replicate.</summary>
    internal ImmutableArray<ServiceHost> Upstreams => upstreams.Value;

    /// <summary>A host name, as a client in that namespace would write it, is one of its Services or one of their pods.</summary>
    internal bool IsAt(ServiceHost host, string clientNamespace) =>
        (host.Namespace ?? clientNamespace) == Namespace && ServiceNames.Contains(host.Service, StringComparer.Ordinal);

    private IEnumerable<Service> FindServices() => Environment.ServicesIn(Namespace)
        .Where(service => service.Selector.Count > 0 && Pods.Any(group => group.IsIn(service)));

    private IEnumerable<string> FindServiceNames() =>
        OperatorServiceNames
            .Concat(Services.Select(service => service.Name))
            .Append(Resource.Kind == "StatefulSet" ? Resource["spec.serviceName"].Text : "")
            .Where(name => name.Length > 0);

    private IEnumerable<NetworkPolicy> Policies(PodGroup group) =>
        Environment.NamespaceNamed(Namespace)?.NetworkPolicies
            .Where(policy => policy.CoversIngress && policy.PodSelector.Matches(group.Labels)) ?? [];
}
