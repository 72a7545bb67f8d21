using System.Text.Json;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Drift.Fields;

/// <summary>Makes values of a text that holds JSON.</summary>
internal static class JsonValues
{
    /// <summary>Null when the text is no JSON.</summary>
    public static Value? Read(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return Of(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Value Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new Mapping([.. element.EnumerateObject().Select(EntryOf)], isFlow: true, Span.Start),
        JsonValueKind.Array => new Sequence([.. element.EnumerateArray().Select(Of)], isFlow: true, Span.Start),
        JsonValueKind.String => new Scalar(element.GetString()!, ScalarStyle.DoubleQuoted, null, Span.Start),
        _ => new Scalar(element.GetRawText(), ScalarStyle.Plain, null, Span.Start),
    };

    private static Entry EntryOf(JsonProperty field) =>
        new(new(field.Name, ScalarStyle.DoubleQuoted, null, Span.Start), Of(field.Value));
}
