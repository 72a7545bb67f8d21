using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// Where a database can be entered: one that the manifests hold with all that leads to it, or a Service or route from
/// outside to its well-known port that leads to nothing in the manifests, so that its port alone tells what it is.
/// </summary>
public sealed class StoreEntrance : Subject
{
    private readonly Lazy<ImmutableArray<Exposure>> exposures;

    private StoreEntrance(Resource resource, string description, Func<IEnumerable<Exposure>> exposures)
        : base(resource.Environment, resource.Node)
    {
        Reference = resource.Reference;
        Description = description;
        this.exposures = new(() => [.. exposures()]);
    }

    /// <summary>Where others than its clients inside the cluster get in.</summary>
    public ImmutableArray<Exposure> Exposures => exposures.Value;

    public override ResourceReference Reference { get; }

    public override string Description { get; }

    internal static IEnumerable<StoreEntrance> Of(IEnumerable<DataStore> stores, Estate estate, string product, int port)
    {
        DataStore[] known = [.. stores];
        return known.Select(store => new StoreEntrance(store.Resource, store.Description, () => store.Exposures))
            .Concat(StrayServices(known, estate, product, port))
            .Concat(StrayRoutes(estate, product, port));
    }

    private static IEnumerable<StoreEntrance> StrayServices(DataStore[] known, Estate estate, string product, int port)
    {
        HashSet<Resource> led = [.. known.SelectMany(store => store.Services).Select(service => service.Resource)];
        return from environment in estate.Environments
               from service in environment.Services
               where !led.Contains(service.Resource) && !service.Pods.Any() && IsFor(service, port)
               let ways = StoreExposures.OfService(service).ToArray()
               where ways.Length > 0
               select new StoreEntrance(service.Resource, $"what listens on {product}'s port {port}", () => ways);
    }

    private static IEnumerable<StoreEntrance> StrayRoutes(Estate estate, string product, int port) =>
        from target in estate.RouteTargets
        where target.Port == port && !IsKnown(target, estate)
        select new StoreEntrance(target.Route, $"what listens on {product}'s port {port}", () => [StoreExposures.OfRoute(target)]);

    private static bool IsFor(Service service, int port) =>
        service.Ports.Any(place => (place["targetPort"].Integer ?? place["port"].Integer) == port);

    /// <summary>A Service that leads to pods of the manifests is judged by what these are; so is one of a database's operator.</summary>
    private static bool IsKnown(RouteTarget target, Estate estate) =>
        ServiceHost.Readings(target.Host).Any(host =>
            target.Route.Environment.ServicesIn(host.Namespace ?? target.Namespace)
                .Any(service => service.Name == host.Service && service.Pods.Any()))
        || estate.DataStores.Any(store => target.LeadsTo([.. store.Entrances], store.Environment));
}
