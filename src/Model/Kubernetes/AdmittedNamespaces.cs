using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// A place that lets traffic pass between namespaces: a peer of a NetworkPolicy's ingress, a ReferenceGrant, who may
/// attach to a Gateway, a route that names something in another namespace.
/// </summary>
public sealed class AdmittedNamespaces : Subject
{
    internal AdmittedNamespaces(Resource resource, Node node, bool isEverybody, ImmutableArray<(string Namespace, Environment Owner)> foreign)
        : base(resource.Environment, node)
    {
        Resource = resource;
        IsEverybody = isEverybody;
        Foreign = foreign;
    }

    public Resource Resource { get; }

    /// <summary>It lets every namespace of the cluster in.</summary>
    public bool IsEverybody { get; }

    /// <summary>The namespaces of other entities that it lets in, as far as they are known, with whose they are.</summary>
    public ImmutableArray<(string Namespace, Environment Owner)> Foreign { get; }

    public override ResourceReference Reference => Resource.Reference;

    public override string Description => $"{Node.Path} of {Resource.Description}";
}

/// <summary>Finds them.</summary>
internal static class Admissions
{
    private const string CiliumNamespace = "io.kubernetes.pod.namespace";

    /// <summary>Fields of routes whose items may name a namespace of their own.</summary>
    private static readonly string[] RouteFields = ["services", "backendRefs", "parentRefs", "middlewares", "mirrors", "backendRef", "options", "store", "errors"];

    public static IEnumerable<AdmittedNamespaces> In(Estate estate) => estate.Resources.SelectMany(resource => Of(resource, estate));

    private static IEnumerable<AdmittedNamespaces> Of(Resource resource, Estate estate) => (resource.Kind, resource.Group) switch
    {
        ("NetworkPolicy", "networking.k8s.io" or "extensions") => new NetworkPolicy(resource).IngressRules.SelectMany(rule => OfRule(resource, rule, estate)),
        ("CiliumNetworkPolicy", "cilium.io") => resource["spec.ingress"].Items.SelectMany(rule => OfCilium(resource, rule, estate)),
        ("ReferenceGrant", GatewayListener.Group) =>
            resource["spec.from"].Items.Select(from => Named(resource, from["namespace"], estate)),
        ("Gateway", GatewayListener.Group) =>
            resource["spec.listeners"].Items.Select(listener => listener["allowedRoutes.namespaces"])
                .Where(allowed => allowed["from"].Text is "All" or "Selector")
                .Select(allowed => allowed["from"].Text == "All"
                    ? Everybody(resource, allowed["from"], estate)
                    : Selected(resource, allowed["selector"], estate)),
        ("IngressRoute" or "IngressRouteTCP" or "IngressRouteUDP", _) or ("HTTPRoute" or "GRPCRoute" or "TLSRoute" or "TCPRoute" or "UDPRoute", GatewayListener.Group) =>
            resource["spec"].Descendants
                .Where(place => place.Name == "namespace" && place.IsScalar && place.Text != resource.Namespace && IsRouteField(place))
                .Select(place => Named(resource, place, estate)),
        _ => [],
    };

    private static bool IsRouteField(Node place) =>
        RouteFields.Contains(place.Parent.Name, StringComparer.Ordinal) || RouteFields.Contains(place.Parent.Parent.Name, StringComparer.Ordinal);

    /// <summary>Without a peer it is for everybody; a peer without a namespace selector is of its own namespace or outside.</summary>
    private static IEnumerable<AdmittedNamespaces> OfRule(Resource policy, Node rule, Estate estate) =>
        rule["from"].Count == 0
            ? [Everybody(policy, rule["from"].Exists ? rule["from"] : rule, estate)]
            : rule["from"].Items.Where(peer => peer["namespaceSelector"].IsMapping)
                .Select(peer => Selected(policy, peer["namespaceSelector"], estate));

    /// <summary>https://docs.cilium.io/en/stable/security/policy/kubernetes/#namespaces</summary>
    private static IEnumerable<AdmittedNamespaces> OfCilium(Resource policy, Node rule, Estate estate) =>
        rule["fromEntities"].Items.Where(entity => entity.Text is "all" or "cluster").Select(entity => Everybody(policy, entity, estate))
            .Concat(rule["fromEndpoints"].Items
                .SelectMany(endpoint => endpoint["matchLabels"].Fields)
                .Where(label => label.Name.EndsWith(CiliumNamespace, StringComparison.Ordinal))
                .Select(label => Named(policy, label, estate)));

    private static AdmittedNamespaces Selected(Resource resource, Node selector, Estate estate) =>
        new LabelSelector(selector).IsEmpty
            ? Everybody(resource, selector, estate)
            : new(resource, selector, false, Foreign(resource, estate, ns => ns.Matches(new(selector)))
                .AddRange(OwnersOnly(resource, selector, estate)));

    private static AdmittedNamespaces Everybody(Resource resource, Node place, Estate estate) =>
        new(resource, place, true, Foreign(resource, estate, _ => true));

    private static AdmittedNamespaces Named(Resource resource, Node place, Estate estate) =>
        new(resource, place, false, [.. Owners(place.Text, resource, estate).Select(owner => (place.Text, owner))]);

    /// <summary>The name of a namespace that its owner declares and that holds no object among the manifests.</summary>
    private static IEnumerable<(string, Environment)> OwnersOnly(Resource resource, Node selector, Estate estate) =>
        selector["matchLabels"].Fields.Where(label => label.Name == "kubernetes.io/metadata.name").Select(label => label.Text)
            .Concat(selector["matchExpressions"].Items
                .Where(expression => expression["key"].Text == "kubernetes.io/metadata.name" && expression["operator"].Text == "In")
                .SelectMany(expression => expression["values"].Texts))
            .SelectMany(name => Owners(name, resource, estate).Where(owner => owner.NamespaceNamed(name) is null).Select(owner => (name, owner)));

    private static ImmutableArray<(string, Environment)> Foreign(Resource resource, Estate estate, Func<Namespace, bool> isMeant) =>
    [
        .. Others(resource, estate).SelectMany(other => other.Namespaces
            .Where(ns => other.Owns(ns.Name) && !IsOwn(ns.Name, resource, estate) && isMeant(ns))
            .Select(ns => (ns.Name, other))),
    ];

    private static IEnumerable<Environment> Owners(string ns, Resource resource, Estate estate) =>
        IsOwn(ns, resource, estate) ? [] : Others(resource, estate).Where(other => other.Owns(ns));

    private static bool IsOwn(string ns, Resource resource, Estate estate) =>
        estate.OnClusterOf(resource.Environment).Any(one => one.Entity == resource.Environment.Entity && one.Owns(ns));

    private static IEnumerable<Environment> Others(Resource resource, Estate estate) =>
        estate.OnClusterOf(resource.Environment).Where(other => other.Entity.Length > 0 && other.Entity != resource.Environment.Entity);
}
