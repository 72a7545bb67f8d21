using System.Collections.Immutable;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Kubernetes;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Model.Delivery;

/// <summary>Where GitOps controllers are told what to take.</summary>
internal static class DeliverySources
{
    private const string FluxSources = "source.toolkit.fluxcd.io";

    public static IEnumerable<DeliverySource> In(Estate estate) => estate.Resources.SelectMany(resource => Of(resource, estate));

    private static IEnumerable<DeliverySource> Of(Resource resource, Estate estate) => (resource.Kind, resource.Group) switch
    {
        ("Application", "argoproj.io") => OfArgo(resource, resource["spec"], estate),
        ("ApplicationSet", "argoproj.io") => OfArgo(resource, resource["spec.template.spec"], estate),
        ("GitRepository", FluxSources) => [new(resource, Home(resource, estate), resource.Node, DeliverySourceKind.Git, GitRevision(resource["spec"])) { Verification = resource["spec.verify"] }],
        ("OCIRepository", FluxSources) => [new(resource, Home(resource, estate), resource.Node, DeliverySourceKind.Oci, OciRevision(resource["spec"])) { Verification = resource["spec.verify"] }],
        ("Bucket", FluxSources) => [new(resource, Home(resource, estate), resource.Node, DeliverySourceKind.Files, resource["spec.bucketName"])],
        ("HelmChart", FluxSources) => OfFluxChart(resource, resource["spec"], Home(resource, estate), estate),
        ("HelmRelease", "helm.toolkit.fluxcd.io") => OfFluxChart(resource, resource["spec.chart.spec"], Home(resource, estate), estate),
        ("HelmChart", "helm.cattle.io") when resource["spec.chart"].Exists && resource["spec.chartContent"].IsMissing =>
            [new(resource, Home(resource, estate), resource["spec"], DeliverySourceKind.Chart, resource["spec.version"])],
        _ => [],
    };

    /// <summary>Several sources stand in <c>sources</c>, which wins over <c>source</c>; one with a <c>chart</c> comes from a chart repository.</summary>
    private static IEnumerable<DeliverySource> OfArgo(Resource resource, Node spec, Estate estate)
    {
        Environment environment = Served(resource, spec["destination.namespace"].Text, spec["destination.name"].Text, estate);
        IEnumerable<Node> sources = spec["sources"].Count > 0 ? spec["sources"].Items : [spec["source"]];
        return sources
            .Concat(spec["sourceHydrator.drySource"] is { IsMapping: true } dry ? [dry] : [])
            .Where(source => source.IsMapping)
            .Select(source => new DeliverySource(
                resource, environment, source, source["chart"].Exists ? DeliverySourceKind.Chart : DeliverySourceKind.Git, source["targetRevision"]));
    }

    /// <summary>A chart of a Git repository or bucket has no version of its own: https://fluxcd.io/flux/components/source/helmcharts/#version.</summary>
    private static IEnumerable<DeliverySource> OfFluxChart(Resource resource, Node chart, Environment environment, Estate estate)
    {
        if (!chart.IsMapping || chart["sourceRef.kind"].Text is not ("HelmRepository" or ""))
        {
            return [];
        }

        string ns = chart["sourceRef.namespace"] is { IsScalar: true } other ? other.Text : resource.Namespace;
        Resource? repository = estate.Resources.FirstOrDefault(one => one.Is("HelmRepository", FluxSources) && one.Name == chart["sourceRef.name"].Text && one.Namespace == ns);
        bool isOci = repository is null || repository["spec.type"].Text == "oci" || repository["spec.url"].Text.StartsWith("oci://", StringComparison.Ordinal);
        return [new(resource, environment, chart, DeliverySourceKind.Chart, chart["version"]) { Verification = isOci ? chart["verify"] : null }];
    }

    /// <summary>In the order in which Flux looks: https://fluxcd.io/flux/components/source/gitrepositories/#reference.</summary>
    private static Node GitRevision(Node spec) => First(spec["ref"], "commit", "name", "semver", "tag", "branch");

    /// <summary>https://fluxcd.io/flux/components/source/ocirepositories/#reference</summary>
    private static Node OciRevision(Node spec) => First(spec["ref"], "digest", "semver", "tag");

    private static Node First(Node reference, params ReadOnlySpan<string> fields)
    {
        foreach (string field in fields)
        {
            if (reference[field].Exists)
            {
                return reference[field];
            }
        }

        return reference[fields[^1]];
    }

    /// <summary>Of what a controller's object does not say, the environment in which it stands, else the one that owns its namespace.</summary>
    private static Environment Home(Resource resource, Estate estate) =>
        Served(resource, resource["spec.targetNamespace"].Text is { Length: > 0 } target ? target : resource.Namespace, "", estate);

    private static Environment Served(Resource resource, string ns, string cluster, Estate estate)
    {
        ImmutableArray<Environment> candidates =
        [
            .. estate.Environments.Where(environment => environment.IsDeclared
                && ((ns.Length > 0 && environment["spec.namespaces"].Texts.Contains(ns)) || (cluster.Length > 0 && environment["spec.cluster.context"].Text == cluster)))
        ];
        return candidates.IsEmpty || candidates.Contains(resource.Environment) ? resource.Environment
            : candidates.FirstOrDefault(environment => environment.IsProduction) ?? candidates[0];
    }
}
