using System.Buffers;
using System.Globalization;
using System.Text.Json;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Clusters;

/// <summary>Writes what a manifest says as the JSON that the API server takes.</summary>
public static class NodeJson
{
    public static ReadOnlyMemory<byte> Of(Node node)
    {
        ArrayBufferWriter<byte> text = new();
        using (Utf8JsonWriter json = new(text, new JsonWriterOptions { MaxDepth = 1000 }))
        {
            Write(json, node);
        }

        return text.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter json, Node node)
    {
        switch (node.Value)
        {
            case Mapping:
                json.WriteStartObject();
                foreach (Node field in node.Fields)
                {
                    json.WritePropertyName(field.Name);
                    Write(json, field);
                }

                json.WriteEndObject();
                break;
            case Sequence:
                json.WriteStartArray();
                foreach (Node item in node.Items)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            case Scalar scalar:
                Write(json, scalar);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    private static void Write(Utf8JsonWriter json, Scalar scalar)
    {
        switch (ScalarMeaning.KindOf(scalar))
        {
            case ScalarKind.Null:
                json.WriteNullValue();
                break;
            case ScalarKind.Boolean:
                json.WriteBooleanValue(ScalarMeaning.BooleanOf(scalar.Text)!.Value);
                break;
            case ScalarKind.Integer:
                json.WriteNumberValue(ScalarMeaning.IntegerOf(scalar.Text)!.Value);
                break;
            case ScalarKind.Float when double.TryParse(scalar.Text, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            default:
                json.WriteStringValue(scalar.Text);
                break;
        }
    }
}
