using System.Collections.Immutable;
using System.Text.Json;
using PolicyGate.Clusters.Http;

namespace PolicyGate.Clusters.Discovery;

/// <summary>Reads what clusters say of what they serve; a <see cref="JsonException"/> says that they say something else.</summary>
internal static class DiscoveryAnswers
{
    private const string NotAsked = "not asked yet";

    /// <summary>
    /// All versions of all groups, preferred ones first: with their resources where the cluster told all at once and they are
    /// fresh, and as missing otherwise.
    /// </summary>
    public static ImmutableArray<GroupVersion> Overview(ApiResponse response)
    {
        using JsonDocument document = JsonDocument.Parse(response.Body);
        JsonElement root = document.RootElement;
        return root.Text("kind") switch
        {
            "APIGroupDiscoveryList" => [.. root.Member("items").Elements().SelectMany(Aggregated)],
            "APIGroupList" => [.. root.Member("groups").Elements().SelectMany(Listed)],
            "APIVersions" => [.. root.Member("versions").Elements().Select(version => Missing("", version.ValueKind == JsonValueKind.String ? version.GetString()! : throw new JsonException("a version is no text")))],
            _ => throw new JsonException("no discovery"),
        };
    }

    /// <summary>Those of one group version.</summary>
    public static ImmutableArray<ServedResource> Resources(ApiResponse response)
    {
        using JsonDocument document = JsonDocument.Parse(response.Body);
        JsonElement root = document.RootElement;
        return root.Text("kind") == "APIResourceList"
            ? [.. root.Member("resources").Elements().Where(one => !one.Text("name").Contains('/', StringComparison.Ordinal)).Select(Listed)]
            : throw new JsonException("no resources");

        static ServedResource Listed(JsonElement one) => new(
            Resource(one, "name"), one.Text("kind"), one.Member("namespaced").ValueKind == JsonValueKind.True, IsListable(one));
    }

    /// <summary>"Stale" is what the cluster remembers of an API whose server does not answer it now.</summary>
    private static IEnumerable<GroupVersion> Aggregated(JsonElement group)
    {
        string name = group.Member("metadata").Text("name");
        return group.Member("versions").Elements().Select(version => version.Text("freshness") == "Stale"
            ? Missing(name, version.Text("version"))
            : new GroupVersion(name, version.Text("version"), [.. version.Member("resources").Elements().Select(Aggregate)], null));

        static ServedResource Aggregate(JsonElement one) => new(
            Resource(one, "resource"), one.Member("responseKind").Text("kind"), one.Text("scope") == "Namespaced", IsListable(one));
    }

    private static IEnumerable<GroupVersion> Listed(JsonElement group)
    {
        string preferred = group.Member("preferredVersion").Text("version");
        return group.Member("versions").Elements()
            .Select(version => version.Text("version"))
            .OrderBy(version => version != preferred)
            .Select(version => Missing(group.Text("name"), version));
    }

    private static GroupVersion Missing(string group, string version) => new(group, version, [], NotAsked);

    private static string Resource(JsonElement one, string field) =>
        one.Text(field) is var name && Addresses.IsName(name) ? name : throw new JsonException("a resource has no name that can stand in an address");

    private static bool IsListable(JsonElement one) =>
        one.Member("verbs").Elements().Any(verb => verb.ValueKind == JsonValueKind.String && verb.GetString() == "list");
}
