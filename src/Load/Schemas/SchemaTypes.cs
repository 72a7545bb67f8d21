using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Schemas;

/// <summary>Reads <c>type</c>, <c>nullable</c> and <c>x-kubernetes-int-or-string</c>.</summary>
internal static class SchemaTypes
{
    public static JsonTypes Read(Node at, Action<Node, string> refuse)
    {
        if (at.Field("x-kubernetes-int-or-string").IsTrue)
        {
            return JsonTypes.Integer | JsonTypes.String | Nullable(at);
        }

        Node type = at.Field("type");
        if (type.IsMissing)
        {
            return JsonTypes.Any;
        }

        IEnumerable<Node> names = type.IsSequence ? type.Items : [type];
        return names.Aggregate(JsonTypes.None, (types, name) => types | Named(name, refuse)) | Nullable(at);
    }

    private static JsonTypes Named(Node name, Action<Node, string> refuse)
    {
        // The name of the type null is itself read as null when it is not quoted.
        string text = (name.Value as Scalar)?.Text ?? "";
        if (JsonType.Named(text) is { } type)
        {
            return type;
        }

        refuse(name, $"{Quoted.Text(text)} is no type of JSON");
        return JsonTypes.Any;
    }

    private static JsonTypes Nullable(Node at) => at.Field("nullable").IsTrue ? JsonTypes.Null : JsonTypes.None;
}
