using System.Text.Json;
using System.Text.Json.Serialization;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Report.Tests;

/// <summary>
/// <c>{ "file": …, "set": "spec.replicas", "value": 2, "edits": [{ "at": place, "replacement": text }] }</c>, with
/// <c>remove</c> or <c>append</c> for the other operations.
/// </summary>
internal sealed class FixConverter : JsonConverter<Fix>
{
    public override Fix Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        JsonElement fix = document.RootElement;
        FixOperation operation = Enum.GetValues<FixOperation>().Single(one => fix.TryGetProperty(Name(one), out _));
        string path = fix.GetProperty(Name(operation)).GetString()!;
        Route place = new(fix.GetProperty("file").GetString()!, 0, PathSyntax.Read(path));
        FixValue value = fix.TryGetProperty("value", out JsonElement given) ? Value(given) : "";
        return new Fix(place, operation, value)
        {
            Edits = fix.TryGetProperty("edits", out JsonElement edits) ? [.. edits.EnumerateArray().Select(Edit)] : [],
        };
    }

    public override void Write(Utf8JsonWriter writer, Fix value, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    private static string Name(FixOperation operation) => JsonNamingPolicy.CamelCase.ConvertName(operation.ToString());

    private static TextEdit Edit(JsonElement edit)
    {
        Location at = LocationConverter.Parse(edit.GetProperty("at").GetString()!);
        return new TextEdit(at.File, at.Span, edit.GetProperty("replacement").GetString()!);
    }

    private static FixValue Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => new FixValue.Text(value.GetString()!, IsString: true),
        JsonValueKind.Array => new FixValue.List([.. value.EnumerateArray().Select(Value)]),
        JsonValueKind.Object => new FixValue.Map(
            [.. value.EnumerateObject().Select(field => KeyValuePair.Create(field.Name, Value(field.Value)))]),
        _ => new FixValue.Text(value.GetRawText(), IsString: false),
    };
}
