using System.Globalization;
using System.Text.Json.Nodes;
using PolicyGate.Load;
using PolicyGate.Load.Yaml;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Tests;

/// <summary>What the API server is sent, which the files of these tests have as YAML.</summary>
internal static class JsonOfYaml
{
    public static IEnumerable<Node> Documents(string text) =>
        YamlReader.Read("test.yaml", text, LoadLimits.Default).Documents.Select(document => document.Root);

    public static JsonNode? Of(Node node) => node.Value switch
    {
        Mapping => new JsonObject(node.Fields.Select(field => KeyValuePair.Create(field.Name, Of(field)))),
        Sequence => new JsonArray([.. node.Items.Select(Of)]),
        Scalar scalar => ScalarMeaning.KindOf(scalar) switch
        {
            ScalarKind.Null => null,
            ScalarKind.Boolean => ScalarMeaning.BooleanOf(scalar.Text),
            ScalarKind.Integer => ScalarMeaning.IntegerOf(scalar.Text),
            ScalarKind.Float => double.Parse(scalar.Text, CultureInfo.InvariantCulture),
            _ => scalar.Text,
        },
        _ => null,
    };
}
