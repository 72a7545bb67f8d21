using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>A part of the ERP that has to be watched: application, PostgreSQL, Redis, Traefik or backup.</summary>
public sealed partial class MonitoredWorkload : Subject
{
    /// <summary>Kinds whose pods stay; a job is over before it is asked.</summary>
    private static readonly string[] LastingKinds = ["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Rollout", "DeploymentConfig", "Pod"];

    /// <summary>Of the Prometheus operator and of VictoriaMetrics, which copies them.</summary>
    private static readonly string[] MonitorKinds = ["PodMonitor", "ServiceMonitor", "VMPodScrape", "VMServiceScrape"];

    private MonitoredWorkload(Resource resource, string part, IEnumerable<Node> monitors)
        : base(resource.Environment, resource.Node)
    {
        Resource = resource;
        Part = part;
        Monitors = [.. monitors];
    }

    public Resource Resource { get; }

    /// <summary>What it is of the ERP: <c>application</c>, <c>PostgreSQL</c>, <c>Redis</c>, <c>Traefik</c> or <c>backup</c>.</summary>
    public string Part { get; }

    /// <summary>What makes Prometheus ask it: ServiceMonitors, PodMonitors, the operator's own switch.</summary>
    public ImmutableArray<Node> Monitors { get; }

    /// <summary>The annotation of its pods that asks an older Prometheus to come, or null.</summary>
    public Node? Annotation => Resource.Pods
        .Select(pod => pod.Annotations.At("prometheus.io/scrape"))
        .FirstOrDefault(annotation => annotation.Text == "true");

    public override ResourceReference Reference => Resource.Reference;

    public override string Description => $"{Part} {Resource.Description}";

    internal static IEnumerable<MonitoredWorkload> In(Estate estate)
    {
        Watchers watchers = new(
            estate.Resources.Where(resource => MonitorKinds.Contains(resource.Kind, StringComparer.Ordinal)).ToLookup(monitor => monitor.Environment),
            estate.Resources.Where(IsExporter).ToLookup(exporter => exporter.Environment));
        return from resource in estate.Resources
               let part = PartOf(resource)
               where part is not null
               select new MonitoredWorkload(resource, part, MonitorsOf(resource, estate, watchers)
                   .Concat(ExportersOf(resource, part, estate, watchers).SelectMany(exporter => MonitorsOf(exporter, estate, watchers))));
    }

    /// <summary>By the kind of an operator, or by the image; null for what is none of them.</summary>
    private static string? PartOf(Resource resource) =>
        PostgresClusters.OperatorOf(resource) is not null ? "PostgreSQL"
        : resource.Kind is "RedisFailover" or "RedisCluster" or "RedisReplication" || resource.Is("Redis") ? "Redis"
        : !LastingKinds.Contains(resource.Kind, StringComparer.Ordinal) ? null
        : resource.Pods.SelectMany(pod => pod.Containers)
            .Where(container => container.Role == ContainerRole.Main)
            .Select(container => PartOf(container.Image?.Repository.Split('/')[^1] ?? ""))
            .FirstOrDefault(part => part is not null);

    private static string? PartOf(string image) =>
        Application().IsMatch(image) ? "application"
        : Redis().IsMatch(image) ? "Redis"
        : Traefik().IsMatch(image) ? "Traefik"
        : Backup().IsMatch(image) ? "backup"
        : null;

    private static IEnumerable<Node> MonitorsOf(Resource resource, Estate estate, Watchers watchers) =>
        Switches(resource).Concat(estate.OnClusterOf(resource.Environment)
            .SelectMany(environment => watchers.Monitors[environment])
            .Where(monitor => Reaches(monitor, resource.Namespace) && Finds(monitor, resource))
            .Select(monitor => monitor["spec.selector"]));

    /// <summary>
    /// Workloads beside a database that ask it for its figures and answer for it: those that name it, or whose address
    /// git does not hold, where it is the only one. See https://github.com/oliver006/redis_exporter and
    /// https://github.com/prometheus-community/postgres_exporter.
    /// </summary>
    private static IEnumerable<Resource> ExportersOf(Resource resource, string part, Estate estate, Watchers watchers) =>
        part is not ("Redis" or "PostgreSQL") ? [] : estate.OnClusterOf(resource.Environment)
            .SelectMany(environment => watchers.Exporters[environment])
            .Where(exporter => exporter != resource && PartsExportedBy(exporter).Contains(part) && Asks(exporter, resource, estate));

    private static bool IsExporter(Resource resource) =>
        LastingKinds.Contains(resource.Kind, StringComparer.Ordinal) && PartsExportedBy(resource).Any();

    private static IEnumerable<string> PartsExportedBy(Resource exporter) => exporter.Pods
        .SelectMany(pod => pod.Containers)
        .Select(container => ExporterFor(container.Image?.Repository.Split('/')[^1] ?? ""))
        .OfType<string>();

    private static string? ExporterFor(string image) =>
        image.Contains("exporter", StringComparison.Ordinal) ? RedisName().IsMatch(image) ? "Redis" : PostgresName().IsMatch(image) ? "PostgreSQL" : null : null;

    private static bool Asks(Resource exporter, Resource resource, Estate estate)
    {
        string[] hosts = [.. estate.DataStores.Where(store => store.Resource == resource).SelectMany(store => store.ServiceNames).Append(resource.Name)];
        string[] texts = [.. exporter.Pods.SelectMany(PodTexts.Of)];
        bool isNamed = texts.Any(text => hosts.Any(host => Regex.IsMatch(text, $@"(^|[/@=:\s]){Regex.Escape(host)}(?!://)([.:/?\s]|$)", RegexOptions.CultureInvariant)));
        return isNamed || (!texts.Any(text => text.Contains("://", StringComparison.Ordinal))
            && exporter.Environment == resource.Environment
            && estate.DataStores.Count(store => store.Environment == resource.Environment && store.GetType() == estate.DataStores.FirstOrDefault(own => own.Resource == resource)?.GetType()) == 1);
    }

    /// <summary>https://cloudnative-pg.io/documentation/current/monitoring/#monitoring-with-the-prometheus-operator</summary>
    private static IEnumerable<Node> Switches(Resource resource) =>
        new[] { resource["spec.monitoring.enablePodMonitor"] }.Where(place => place.IsTrue);

    private static bool Reaches(Resource monitor, string ns)
    {
        Node namespaces = monitor["spec.namespaceSelector"];
        return namespaces["any"].IsTrue
            || (namespaces["matchNames"].Count > 0 ? namespaces["matchNames"].Texts.Contains(ns, StringComparer.Ordinal) : monitor.Namespace == ns);
    }

    /// <summary>
    /// VictoriaMetrics copies the kinds of the Prometheus operator
    /// (https://prometheus-operator.dev/docs/api-reference/api/, https://docs.victoriametrics.com/operator/resources/).
    /// </summary>
    private static bool Finds(Resource monitor, Resource resource) => monitor.Kind switch
    {
        "PodMonitor" or "VMPodScrape" => FindsPods(monitor, resource),
        "ServiceMonitor" or "VMServiceScrape" => resource.Environment.Services.Any(service =>
            service.Namespace == resource.Namespace
            && new LabelSelector(monitor["spec.selector"]).Matches(service.Resource.Labels)
            && LeadsTo(service, resource)
            && monitor["spec.endpoints"].Items.Any(endpoint => IsPort(endpoint, service))),
        _ => false,
    };

    private static bool FindsPods(Resource monitor, Resource resource)
    {
        LabelSelector selector = new(monitor["spec.selector"]);
        return resource.Pods.Any(pod => selector.Matches(pod.Labels) && monitor["spec.podMetricsEndpoints"].Items.Any(endpoint => IsPort(endpoint, pod)))
            || (resource.Pods.IsEmpty && monitor["spec.podMetricsEndpoints"].Count > 0 && NamesOperated(selector.Node, resource));
    }

    /// <summary>Operators put the cluster's name into a label of the pods that they make.</summary>
    private static bool NamesOperated(Node selector, Resource resource) =>
        selector["matchLabels"].Fields.Any(label => label.Text == resource.Name)
        || selector["matchExpressions"].Items.Any(expression => expression["operator"].Text is "In" && expression["values"].Texts.Contains(resource.Name, StringComparer.Ordinal));

    private static bool LeadsTo(Service service, Resource resource) => resource.Pods.IsEmpty
        ? service.Selector.Fields.Any(label => label.Text == resource.Name)
        : service.Pods.Any(pod => pod.Workload == resource);

    private static bool IsPort(Node endpoint, PodTemplate pod)
    {
        Node[] ports = [.. pod.Containers.SelectMany(container => container.Ports)];
        Node wanted = new[] { endpoint["port"], endpoint["targetPort"], endpoint["portNumber"] }.FirstOrDefault(place => place.Exists, endpoint["port"]);
        return ports.Any(port => wanted.Text == port["name"].Text || wanted.Text == port["containerPort"].Text) || (wanted.Integer is not null && ports.Length == 0);
    }

    private static bool IsPort(Node endpoint, Service service)
    {
        Node wanted = endpoint["port"].Exists ? endpoint["port"] : endpoint["targetPort"];
        return service.Ports.Any(port => wanted.Text == port["name"].Text || wanted.Text == port["targetPort"].Text || wanted.Text == port["port"].Text);
    }

    [GeneratedRegex("(^|[-_])odoo([-_0-9]|$)")]
    private static partial Regex Application();

    [GeneratedRegex("^(redis|valkey|keydb|dragonfly|redis-stack-server)([-_0-9]|$)(?!exporter|operator|commander|insight)")]
    private static partial Regex Redis();

    [GeneratedRegex("redis|valkey")]
    private static partial Regex RedisName();

    [GeneratedRegex("postgres|^pg[-_]")]
    private static partial Regex PostgresName();

    [GeneratedRegex("^traefik([-_0-9]|$)")]
    private static partial Regex Traefik();

    [GeneratedRegex("^velero$|^k8up$|backup-exporter|(^|-)barman-exporter|pgbackrest.exporter|^restic-exporter")]
    private static partial Regex Backup();

    /// <summary>What may watch workloads, by environment.</summary>
    private sealed record Watchers(ILookup<Estates.Environment, Resource> Monitors, ILookup<Estates.Environment, Resource> Exporters);
}
