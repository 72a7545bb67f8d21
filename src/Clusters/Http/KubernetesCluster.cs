using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PolicyGate.Clusters.Discovery;

namespace PolicyGate.Clusters.Http;

/// <summary>
/// A cluster over its REST API. A small client of ours, because KubernetesClient cannot be restored from the registry that
/// this was built with; an adapter over it would be one more <see cref="ICluster"/>.
/// </summary>
public sealed class KubernetesCluster : ICluster, IDisposable
{
    private readonly Session _session;

    private KubernetesCluster(ClusterConnection connection) =>
        (_session, Name) = (new(connection, network => new ReadOnlyHandler(network)), connection.Access.Name);

    public string Name { get; }

    public int Requests => _session.Requests;

    /// <summary>Sends nothing yet.</summary>
    public static KubernetesCluster Connect(ClusterConnection connection) => new(connection);

    public Task<ClusterAnswer<ServerVersion>> GetVersion(CancellationToken cancellation) =>
        _session.Calls.Ask(new("version"), response => VersionOf(Root(response)), cancellation);

    public Task<ClusterAnswer<Catalogue>> Discover(ImmutableArray<KindName> alsoKinds, CancellationToken cancellation) =>
        new DiscoveryRun(_session.Calls, alsoKinds).Catalogue(cancellation);

    public Task<ClusterAnswer<ObjectPage>> List(ServedKind kind, string? ns, PageWish page, CancellationToken cancellation)
    {
        string limit = page.Limit.ToString(CultureInfo.InvariantCulture);
        string from = page.Continue.Length > 0 ? $"&continue={Uri.EscapeDataString(page.Continue)}" : "";
        return _session.Calls.Ask(new($"{Addresses.List(kind, ns)}?limit={limit}{from}"), PageOf, cancellation);
    }

    public Task<ClusterAnswer<JsonElement>> Get(ServedKind kind, string? ns, string name, CancellationToken cancellation) =>
        _session.Calls.Ask(new(Addresses.Object(kind, ns, name)), Root, cancellation);

    public void Dispose() => _session.Dispose();

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
