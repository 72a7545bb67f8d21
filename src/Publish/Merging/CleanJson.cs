using System.Text;
using System.Text.Json;
using PolicyGate.Model;

namespace PolicyGate.Publish.Merging;

/// <summary>Hands on JSON that others wrote: every field stays, and every text shows what it holds.</summary>
internal static class CleanJson
{
    /// <summary>Whether all its texts are text: half a surrogate pair is none, nor are bytes that are no UTF-8.</summary>
    public static bool IsWhole(JsonElement element)
    {
        try
        {
            using Utf8JsonWriter nowhere = new(Stream.Null);
            Write(nowhere, element);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The same text for the same value, however it was indented.</summary>
    public static string TextOf(JsonElement element)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes))
        {
            Write(json, element);
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <exception cref="InvalidOperationException">A text is not <see cref="IsWhole"/>.</exception>
    public static void Write(Utf8JsonWriter json, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(json, element);
                break;
            case JsonValueKind.Array:
                WriteArray(json, element);
                break;
            case JsonValueKind.String:
                json.WriteStringValue(VisibleText.Block(element.GetString()!));
                break;
            default:
                element.WriteTo(json);
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter json, JsonElement element)
    {
        json.WriteStartObject();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            json.WritePropertyName(VisibleText.Line(property.Name));
            Write(json, property.Value);
        }

        json.WriteEndObject();
    }

    private static void WriteArray(Utf8JsonWriter json, JsonElement element)
    {
        json.WriteStartArray();
        foreach (JsonElement item in element.EnumerateArray())
        {
            Write(json, item);
        }

        json.WriteEndArray();
    }
}
