using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// A Traefik with its static configuration, which says what its entry points do: a workload with its arguments, its
/// environment and its files, or the values of its chart.
/// See https://doc.traefik.io/traefik/reference/install-configuration/boot-environment/.
/// </summary>
public sealed class TraefikProxy : Subject
{
    internal TraefikProxy(Resource resource, Node node, ImmutableArray<Setting> settings)
        : base(resource.Environment, node)
    {
        Resource = resource;
        AllSettings = settings;
        EntryPoints = [.. settings
            .Select(setting => setting.Name.Split('.'))
            .Where(path => path.Length > 1 && path[0] == "entrypoints")
            .Select(path => path[1])
            .Distinct(StringComparer.Ordinal)
            .Select(name => new EntryPoint(this, name))];
    }

    public Resource Resource { get; }

    public ImmutableArray<Setting> AllSettings { get; }

    public ImmutableArray<EntryPoint> EntryPoints { get; }

    /// <summary>The last that is written of that name, in lower case, or null.</summary>
    public Setting? Setting(string name) => AllSettings.LastOrDefault(setting => setting.Name == name);

    public EntryPoint? EntryPointNamed(string name) =>
        EntryPoints.FirstOrDefault(entryPoint => entryPoint.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public override ResourceReference Reference => Resource.Reference;

    public override string Description => $"Traefik of {Resource.Description}";
}

/// <summary>A port that Traefik listens on. See https://doc.traefik.io/traefik/reference/install-configuration/entrypoints/.</summary>
/// <param name="Proxy">Whose it is.</param>
/// <param name="Name">In lower case.</param>
public sealed record EntryPoint(TraefikProxy Proxy, string Name)
{
    /// <summary>Names that are not for the public: metrics, health, the API.</summary>
    private static readonly string[] InternalNames = ["traefik", "metrics", "ping", "health", "internal", "private", "admin", "dashboard"];

    private Setting? Own(string name) => Proxy.Setting($"entrypoints.{Name}.{name}");

    /// <summary>What it listens on, or null.</summary>
    public Setting? Address => Own("address");

    /// <summary>Where it is written.</summary>
    public Node Place => Address?.Place ?? Proxy.AllSettings.First(setting => setting.Name.StartsWith($"entrypoints.{Name}.", StringComparison.Ordinal)).Place;

    public bool IsInternal => IsInternalName(Name);

    /// <summary>The setting by which all its HTTP routers speak TLS, or null.</summary>
    public Setting? Tls =>
        Own("http.tls") is { IsFalse: true } ? null
        : Own("http.tls") ?? Proxy.AllSettings.FirstOrDefault(setting =>
            setting.Name.StartsWith($"entrypoints.{Name}.http.tls.", StringComparison.Ordinal));

    /// <summary>
    /// The setting by which it sends every request to HTTPS, or null
    /// (https://doc.traefik.io/traefik/reference/install-configuration/entrypoints/#http-redirections).
    /// </summary>
    public Setting? Redirect =>
        Own("http.redirections.entrypoint.to") is { } to
        && !to.Value.Equals(Name, StringComparison.OrdinalIgnoreCase)
        && Own("http.redirections.entrypoint.scheme") is null or { Value: "https" }
            ? to
            : null;

    /// <summary>It is there for HTTP in the clear, by its name or by its port.</summary>
    public bool IsPlainHttp =>
        !IsInternal && Tls is null && (IsPlainName(Name) || Address?.Value.Split('/')[0].Split(':')[^1] is "80" or "8080" or "8000");

    /// <summary>The middlewares that every request passes.</summary>
    public IEnumerable<Setting> Middlewares =>
        Proxy.AllSettings.Where(setting => setting.Name == $"entrypoints.{Name}.http.middlewares");

    internal static bool IsInternalName(string name) => InternalNames.Contains(name, StringComparer.OrdinalIgnoreCase);

    internal static bool IsPlainName(string name) =>
        name.Equals("web", StringComparison.OrdinalIgnoreCase) || name.Equals("http", StringComparison.OrdinalIgnoreCase);
}
