using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Model.Kubernetes;

/// <summary>Where Traefik runs, and what its static configuration says.</summary>
internal static partial class TraefikProxies
{
    private static readonly string[] FileNames = ["traefik.yaml", "traefik.yml", "traefik.toml"];

    public static IEnumerable<TraefikProxy> In(Estate estate) => estate.Environments.SelectMany(In);

    private static IEnumerable<TraefikProxy> In(Environment environment)
    {
        HashSet<Resource> mounted = [];
        foreach (PodTemplate pod in environment.Pods)
        {
            foreach (Container container in pod.Containers.Where(IsTraefik))
            {
                ImmutableArray<Resource> files = [.. FilesOf(pod)];
                mounted.UnionWith(files);
                yield return new(pod.Workload, container.Node, [.. OwnSettings(container), .. files.SelectMany(OfConfigMap)]);
            }
        }

        foreach (Resource resource in environment.Resources)
        {
            if (resource.Is("ConfigMap", "") && !mounted.Contains(resource) && FileNames.Any(name => resource["data"].Field(name).Exists))
            {
                yield return new(resource, resource.Node, [.. OfConfigMap(resource)]);
            }
            else if (ChartValues(resource) is { Exists: true } values)
            {
                yield return new(resource, values, [.. OfChart(values)]);
            }
        }
    }

    private static bool IsTraefik(Container container) =>
        container.Image?.Repository.Split('/')[^1] == "traefik";

    private static IEnumerable<Setting> OwnSettings(Container container) =>
        Settings.OfArguments(container["command"].Items.Concat(container["args"].Items))
            .Concat(Settings.OfEnvironment(container.EnvironmentVariables, "TRAEFIK_"));

    private static IEnumerable<Resource> FilesOf(PodTemplate pod) =>
        pod.Spec["volumes"].Items
            .SelectMany(volume => volume["projected.sources"].Items.Select(source => source["configMap.name"]).Prepend(volume["configMap.name"]))
            .Select(name => pod.Environment.Find("ConfigMap", pod.Namespace, name.Text))
            .OfType<Resource>();

    private static IEnumerable<Setting> OfConfigMap(Resource map) =>
        map["data"].Fields.Where(file => ConfigurationFile().IsMatch(file.Name)).SelectMany(Settings.OfFile);

    /// <summary>
    /// Traefik's own chart (https://github.com/traefik/traefik-helm-chart), by k3s, by Flux or by Argo CD.
    /// </summary>
    private static Node? ChartValues(Resource resource) => (resource.Kind, resource.Group) switch
    {
        ("HelmChartConfig", "helm.cattle.io") when resource.Name == "traefik" => resource["spec.valuesContent"],
        ("HelmChart", "helm.cattle.io") when resource["spec.chart"].Text.EndsWith("traefik", StringComparison.Ordinal) => resource["spec.valuesContent"],
        ("HelmRelease", "helm.toolkit.fluxcd.io") when resource["spec.chart.spec.chart"].Text == "traefik" => resource["spec.values"],
        ("Application", "argoproj.io") when resource["spec.source.chart"].Text == "traefik" =>
            resource["spec.source.helm.valuesObject"] is { Exists: true } values ? values : resource["spec.source.helm.values"],
        _ => null,
    };

    private static IEnumerable<Setting> OfChart(Node values) =>
        (values.IsScalar ? SettingsText.Yaml(values) : Settings.OfNode(values)).SelectMany(OfChartValue);

    /// <summary>What a value of the chart becomes in the static configuration; kept as it is where it becomes nothing.</summary>
    private static IEnumerable<Setting> OfChartValue(Setting value)
    {
        if (value.Name == "additionalarguments")
        {
            string text = value.Value.TrimStart('-');
            int cut = text.IndexOf('=', StringComparison.Ordinal);
            return [value with { Name = (cut < 0 ? text : text[..cut]).ToLowerInvariant(), Value = cut < 0 ? "true" : text[(cut + 1)..] }];
        }

        return PortValue().Match(value.Name) is { Success: true } port
            ? [value with { Name = $"entrypoints.{port.Groups["name"].Value}.{Translated(port.Groups["rest"].Value)}" }]
            : [value];
    }

    private static string Translated(string rest) => rest switch
    {
        "port" => "address",
        "redirectto" or "redirectto.port" or "redirections.entrypoint.to" or "http.redirections.entrypoint.to" => "http.redirections.entrypoint.to",
        "redirections.entrypoint.scheme" => "http.redirections.entrypoint.scheme",
        "tls.enabled" or "http.tls.enabled" => "http.tls",
        "middlewares" => "http.middlewares",
        _ => rest,
    };

    [GeneratedRegex(@"\.(ya?ml|toml)$", RegexOptions.IgnoreCase)]
    private static partial Regex ConfigurationFile();

    [GeneratedRegex(@"^ports\.(?<name>[^.]+)\.(?<rest>.+)$")]
    private static partial Regex PortValue();
}
