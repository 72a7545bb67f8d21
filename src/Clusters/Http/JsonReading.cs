using System.Text.Json;

namespace PolicyGate.Clusters.Http;

/// <summary>Looks into JSON that may be anything: what is not there is empty, what is of another kind is a <see cref="JsonException"/>.</summary>
internal static class JsonReading
{
    /// <summary>As deep as <see cref="Load.LoadLimits.Depth"/>; schemas of custom resources reach 60.</summary>
    public static JsonDocumentOptions Options { get; } = new() { MaxDepth = 200 };

    /// <summary>A text; empty when there is none.</summary>
    public static string Text(this JsonElement parent, string name) => parent.Member(name) switch
    {
        { ValueKind: JsonValueKind.String } text => Unicode(text, name),
        { ValueKind: JsonValueKind.Undefined or JsonValueKind.Null } => "",
        _ => throw new JsonException($"{name} is no text"),
    };

    private static string Unicode(JsonElement text, string name)
    {
        try
        {
            return text.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // .NET says so of an escape that is half a character.
            throw new JsonException($"{name} is not Unicode");
        }
    }

    /// <summary>A member; undefined when there is none, or no object to have it.</summary>
    public static JsonElement Member(this JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement value) ? value : default;

    /// <summary>The elements of an array; none when it is not there or null.</summary>
    public static IEnumerable<JsonElement> Elements(this JsonElement array) => array.ValueKind switch
    {
        JsonValueKind.Array => array.EnumerateArray(),
        JsonValueKind.Undefined or JsonValueKind.Null => [],
        _ => throw new JsonException("a list is due"),
    };
}
