using System.Text.RegularExpressions;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>Where objects name Services of a namespace.</summary>
internal static partial class ServiceReferences
{
    private const string LastApplied = "kubectl.kubernetes.io/last-applied-configuration";

    /// <summary>Lists and fields of routes whose items name a backend, perhaps in another namespace.</summary>
    private static readonly string[] BackendFields =
        ["backendRefs", "backendRef", "services", "mirrors", "forwardTo", "targetRef"];

    /// <summary>DNS allows no more (https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4), with a port and spaces around.</summary>
    private const int LongestHost = 300;

    /// <summary>Those of entities: where nobody says whose an object is, it cannot reach into another's.</summary>
    public static IEnumerable<ServiceReference> In(Estate estate) =>
        estate.Environments
            .Where(environment => environment.Entity.Length > 0)
            .SelectMany(environment => environment.Resources)
            .SelectMany(resource => In(resource, estate));

    private static IEnumerable<ServiceReference> In(Resource resource, Estate estate) =>
        resource.Node.Value is { } value && MayRefer(value)
            ? resource.Node.Descendants
                .Where(place => place.IsScalar && place.Name != LastApplied)
                .SelectMany(place => Namespaces(place, resource, estate)
                    .Distinct(StringComparer.Ordinal)
                    .Select(ns => new ServiceReference(resource, place, ns, estate)))
            : [];

    /// <summary>Most objects name no host at all; they need not be walked through as nodes.</summary>
    private static bool MayRefer(Value value) => value switch
    {
        Scalar scalar => MayHoldHost(scalar.Text),
        Sequence sequence => sequence.Items.Any(MayRefer),
        Mapping mapping => mapping.Entries.Any(entry =>
            BackendFields.Contains(entry.Key.Text, StringComparer.Ordinal) || MayRefer(entry.Value)),
        _ => false,
    };

    private static bool MayHoldHost(string text) =>
        text.Contains('.', StringComparison.Ordinal)
        && (text.Contains(".svc", StringComparison.OrdinalIgnoreCase)
            || text.Contains("://", StringComparison.Ordinal)
            || text.Contains("host", StringComparison.OrdinalIgnoreCase)
            || (text.Length <= LongestHost && WholeHost().IsMatch(text)));

    private static IEnumerable<string> Namespaces(Node place, Resource resource, Estate estate) =>
        IsBackendNamespace(place) ? [place.Text]
        : MayHoldHost(place.Text) ? InText(place.Text)
            .Where(host => host.IsFullName || IsForeignNamespace(host.Namespace, resource, estate))
            .Select(host => host.Namespace)
        : [];

    private static bool IsBackendNamespace(Node place) =>
        place.Name == "namespace"
        && (BackendFields.Contains(place.Parent.Name, StringComparer.Ordinal)
            || BackendFields.Contains(place.Parent.Parent.Name, StringComparer.Ordinal));

    /// <summary>
    /// Full names say <c>.svc</c> (https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/). The short
    /// <c>service.namespace</c> could be any host, and is one only where a namespace of that name is known.
    /// </summary>
    private static IEnumerable<(string Namespace, bool IsFullName)> InText(string text) =>
        FullName().Matches(text).Select(match => (match.Groups["ns"].Value, true))
            .Concat(new[] { WholeHost(), UrlHost(), NamedHost() }
                .SelectMany(form => form.Matches(text))
                .Select(match => (match.Groups["ns"].Value, false)));

    private static bool IsForeignNamespace(string ns, Resource resource, Estate estate) =>
        estate.OthersThan(resource.Environment).Any(other => other.Owns(ns));

    // The service may be a variable, $(HOST).namespace.svc, or all of them, *.namespace.svc.
    [GeneratedRegex(@"[a-z0-9)}*]\.(?<ns>[a-z0-9]([a-z0-9-]*[a-z0-9])?)\.svc(?![a-z0-9-])", RegexOptions.IgnoreCase)]
    private static partial Regex FullName();

    [GeneratedRegex(@"^\s*[a-z0-9-]+\.(?<ns>[a-z0-9-]+)(:[0-9]+)?\s*$")]
    private static partial Regex WholeHost();

    [GeneratedRegex(@"://([^/\s@]*@)?[a-z0-9-]+\.(?<ns>[a-z0-9-]+)(?=[:/?\s""',]|$)")]
    private static partial Regex UrlHost();

    [GeneratedRegex(@"host(addr|name)?\s*[=:]\s*[""']?[a-z0-9-]+\.(?<ns>[a-z0-9-]+)(?=[:/\s""',;]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex NamedHost();
}
