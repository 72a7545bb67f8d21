using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Schemas;

/// <summary>The types of JSON Schema, as a set. A number may be an integer too.</summary>
[Flags]
internal enum JsonTypes
{
    None = 0,
    String = 1,
    Integer = 2,
    Number = 4,
    Boolean = 8,
    Object = 16,
    Array = 32,
    Null = 64,
    Any = String | Integer | Number | Boolean | Object | Array | Null,
}

/// <summary>The type that Kubernetes sees in what a file says.</summary>
internal static class JsonType
{
    public static JsonTypes Of(Value? value) => value switch
    {
        null => JsonTypes.Null,
        Mapping => JsonTypes.Object,
        Sequence => JsonTypes.Array,
        Scalar scalar => Of(ScalarMeaning.KindOf(scalar)),
        _ => throw new InvalidOperationException($"{value.GetType()} is no kind of value"),
    };

    public static JsonTypes? Named(string name) => name switch
    {
        "string" => JsonTypes.String,
        "integer" => JsonTypes.Integer,
        "number" => JsonTypes.Number,
        "boolean" => JsonTypes.Boolean,
        "object" => JsonTypes.Object,
        "array" => JsonTypes.Array,
        "null" => JsonTypes.Null,
        _ => null,
    };

    /// <summary>For people: <c>a string or an integer</c>.</summary>
    public static string Describe(JsonTypes types) => string.Join(
        " or ", Enum.GetValues<JsonTypes>().Where(type => IsOne(type) && types.HasFlag(type)).Select(Article));

    /// <summary>An integer is a number too, and so is 1.0 an integer, as in JSON Schema.</summary>
    public static bool Admits(JsonTypes wanted, Node place)
    {
        JsonTypes found = Of(place.Value);
        return (wanted & found) != 0
            || (found == JsonTypes.Integer && wanted.HasFlag(JsonTypes.Number))
            || (found == JsonTypes.Number && wanted.HasFlag(JsonTypes.Integer) && IsWhole(place));
    }

    private static bool IsWhole(Node place) => JsonNumber.Of(place) is { } number && double.IsInteger(number);

    private static bool IsOne(JsonTypes type) => int.IsPow2((int)type);

    private static string Article(JsonTypes type) => type switch
    {
        JsonTypes.Null => "null",
        JsonTypes.Integer or JsonTypes.Object or JsonTypes.Array => $"an {Name(type)}",
        _ => $"a {Name(type)}",
    };

    private static string Name(JsonTypes type) => type switch
    {
        JsonTypes.Object => "object",
        JsonTypes.Array => "array",
        JsonTypes.Integer => "integer",
        JsonTypes.Number => "number",
        JsonTypes.Boolean => "boolean",
        _ => "string",
    };

    private static JsonTypes Of(ScalarKind kind) => kind switch
    {
        ScalarKind.Null => JsonTypes.Null,
        ScalarKind.Boolean => JsonTypes.Boolean,
        ScalarKind.Integer => JsonTypes.Integer,
        ScalarKind.Float => JsonTypes.Number,
        _ => JsonTypes.String,
    };
}
