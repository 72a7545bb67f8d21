using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PolicyGate.Clusters.Access;
using PolicyGate.Clusters.Discovery;

namespace PolicyGate.Clusters.Http;

/// <summary>
/// A cluster over its REST API. A small client of ours, because KubernetesClient cannot be restored from the registry that
/// this was built with; an adapter over it would be one more <see cref="ICluster"/>.
/// </summary>
public sealed class KubernetesCluster : ICluster, IDisposable
{
    private readonly HttpMessageInvoker _network;
    private readonly ExecPlugin? _plugin;
    private readonly Attempt _attempt;
    private readonly Calls _calls;

    private KubernetesCluster(ClusterConnection connection)
    {
        ClusterAccess access = connection.Access;
        _plugin = access.Credentials is Credentials.Plugin plugin ? new(plugin.Command, access, connection.Time) : null;
        ServerTrust trust = new(access);
        HttpMessageHandler network = connection.Handler ?? Network.To(access, trust, () => _plugin?.Certificate);
        _network = new(new ReadOnlyHandler(network));
        Authorization authorization = new(access, _plugin);
        _attempt = new(_network, connection, authorization, trust);
        _calls = new(connection, _attempt, authorization);
        Name = access.Name;
    }

    public string Name { get; }

    public int Requests => _attempt.Requests;

    /// <summary>Sends nothing yet.</summary>
    public static KubernetesCluster Connect(ClusterConnection connection) => new(connection);

    public Task<ClusterAnswer<ServerVersion>> GetVersion(CancellationToken cancellation) =>
        _calls.Ask(new("version"), response => VersionOf(Root(response)), cancellation);

    public Task<ClusterAnswer<Catalogue>> Discover(CancellationToken cancellation) =>
        new DiscoveryRun(_calls).Catalogue(cancellation);

    public Task<ClusterAnswer<ObjectPage>> List(ServedKind kind, string? ns, PageWish page, CancellationToken cancellation)
    {
        string limit = page.Limit.ToString(CultureInfo.InvariantCulture);
        string from = page.Continue.Length > 0 ? $"&continue={Uri.EscapeDataString(page.Continue)}" : "";
        return _calls.Ask(new($"{Address(kind, ns)}?limit={limit}{from}"), PageOf, cancellation);
    }

    public Task<ClusterAnswer<JsonElement>> Get(ServedKind kind, string? ns, string name, CancellationToken cancellation) =>
        _calls.Ask(new($"{Address(kind, ns)}/{Segment(name)}"), Root, cancellation);

    public void Dispose()
    {
        _network.Dispose();
        _plugin?.Dispose();
    }

    private static string Address(ServedKind kind, string? ns)
    {
        string api = kind.Group.Length == 0 ? $"api/{Segment(kind.Version)}" : $"apis/{Segment(kind.Group)}/{Segment(kind.Version)}";
        return ns is null ? $"{api}/{Segment(kind.Resource)}" : $"{api}/namespaces/{Segment(ns)}/{Segment(kind.Resource)}";
    }

    private static string Segment(string name) => name is "" or "." or ".."
        ? throw new ArgumentException($"'{name}' cannot stand in an address", nameof(name))
        : Uri.EscapeDataString(name);

    private static ServerVersion VersionOf(JsonElement root) => new(root.Text("gitVersion"), root.Text("platform"));

    /// <summary>A list without objects may say null.</summary>
    private static ObjectPage PageOf(ApiResponse response)
    {
        JsonElement root = Root(response);
        if (!root.Text("kind").EndsWith("List", StringComparison.Ordinal) || !root.TryGetProperty("items", out JsonElement items))
        {
            throw new JsonException("no list");
        }

        ImmutableArray<JsonElement> objects = items.ValueKind == JsonValueKind.Null ? [] : [.. items.Elements()];
        return objects.All(one => one.ValueKind == JsonValueKind.Object)
            ? new(objects, root.Member("metadata").Text("continue"))
            : throw new JsonException("an entry of the list is no object");
    }

    private static JsonElement Root(ApiResponse response)
    {
        JsonElement root = JsonDocument.Parse(response.Body, JsonReading.Options).RootElement;
        return root.ValueKind == JsonValueKind.Object ? root : throw new JsonException("no object");
    }
}
