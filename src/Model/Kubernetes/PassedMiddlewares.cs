using System.Collections.Immutable;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Model.Kubernetes;

/// <summary>The middlewares that a list of names leads to, through chains, each once.</summary>
internal sealed class PassedMiddlewares(Estate estate, Environment environment, string kind)
{
    private const string Provider = "@kubernetescrd";

    private readonly HashSet<Resource> seen = [];
    private readonly ImmutableArray<RouteFilter>.Builder filters = ImmutableArray.CreateBuilder<RouteFilter>();
    private readonly ImmutableArray<Node>.Builder unknown = ImmutableArray.CreateBuilder<Node>();

    public ImmutableArray<RouteFilter> Filters => filters.ToImmutable();

    /// <summary>Where middlewares are named that git does not hold.</summary>
    public ImmutableArray<Node> Unknown => unknown.ToImmutable();

    /// <summary>
    /// References of CRDs: a name and perhaps a namespace, or a name of another provider
    /// (https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/crd/http/ingressroute/).
    /// </summary>
    public void AddReferences(Node references, string ns)
    {
        foreach (Node reference in references.Items)
        {
            AddReference(reference, ns);
        }
    }

    public void AddReference(Node reference, string ns)
    {
        Node name = reference["name"];
        if (name.Text.Contains('@', StringComparison.Ordinal))
        {
            AddNames(name, name.Text);
        }
        else
        {
            string target = reference["namespace"] is { IsScalar: true } named ? named.Text : ns;
            Add(name, OnCluster.Select(one => one.Find(kind, target, name.Text)).FirstOrDefault(found => found is not null));
        }
    }

    /// <summary>Names in annotations and settings: <c>namespace-name@kubernetescrd</c>, with commas between.</summary>
    public void AddNames(Node place, string names)
    {
        foreach (string name in Settings.Items(names))
        {
            string own = name.EndsWith(Provider, StringComparison.Ordinal) ? name[..^Provider.Length] : name;
            Add(place, OnCluster.SelectMany(one => one.OfKind(kind)).FirstOrDefault(one => IsCalled(own, one)));
        }
    }

    private static bool IsCalled(string name, Resource middleware) =>
        name.Length == middleware.Namespace.Length + middleware.Name.Length + 1
        && name.StartsWith(middleware.Namespace, StringComparison.Ordinal)
        && name[middleware.Namespace.Length] == '-'
        && name.EndsWith(middleware.Name, StringComparison.Ordinal);

    public void Add(RouteFilter filter) => filters.Add(filter);

    private IEnumerable<Environment> OnCluster => estate.OnClusterOf(environment);

    private void Add(Node place, Resource? middleware)
    {
        if (middleware is null)
        {
            unknown.Add(place);
        }
        else if (seen.Add(middleware))
        {
            filters.AddRange(TraefikMiddleware.FiltersOf(middleware));
            AddReferences(middleware["spec.chain.middlewares"], middleware.Namespace);
        }
    }
}
