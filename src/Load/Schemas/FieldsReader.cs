using System.Collections.Immutable;
using PolicyGate.Load.Schemas.Constraints;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Schemas;

/// <summary>
/// Reads what a schema says of an object's fields, with the rules of Kubernetes for those it does not mention.
/// </summary>
internal sealed class FieldsReader(
    SchemaDialect dialect, Func<Node, SchemaPosition, StructuralSchema> readSchema, Action<Node, string> refuse)
{
    private static readonly StructuralSchema Text = new() { Types = JsonTypes.String };

    public IEnumerable<Constraint> Read(Node at, SchemaPosition position, JsonTypes types)
    {
        bool isObject = types != JsonTypes.Any && types.HasFlag(JsonTypes.Object);
        bool saysNothing = at.Field("properties").IsMissing
            && at.Field("required").IsMissing
            && at.Field("additionalProperties").IsMissing;
        StructuralSchema? others = Others(at, position, isObject);
        if (saysNothing && others is not null)
        {
            return [];
        }

        return [new FieldsConstraint(Properties(at, position), Required(at), others)];
    }

    private Dictionary<string, StructuralSchema> Properties(Node at, SchemaPosition position)
    {
        bool isWhole = dialect == SchemaDialect.Kubernetes
            && (position.IsObject || at.Field("x-kubernetes-embedded-resource").IsTrue);
        Dictionary<string, StructuralSchema> properties = new(StringComparer.Ordinal);
        if (isWhole)
        {
            properties["apiVersion"] = Text;
            properties["kind"] = Text;
            properties["metadata"] = new() { Types = JsonTypes.Object };
        }

        foreach (Node property in at.Field("properties").Fields)
        {
            SchemaPosition below = isWhole && property.Name == "metadata" ? SchemaPosition.Metadata : position.Below;
            properties[property.Name] = readSchema(property, below);
        }

        return properties;
    }

    /// <summary>What a field that is not mentioned must fit; null when there may be none.</summary>
    private StructuralSchema? Others(Node at, SchemaPosition position, bool isObject)
    {
        Node others = at.Field("additionalProperties");
        if (others.IsFalse)
        {
            return null;
        }

        if (others.Exists)
        {
            return readSchema(others, position.Below);
        }

        bool isClosed = dialect == SchemaDialect.Kubernetes
            && isObject
            && position is { IsStructural: true, IsMetadata: false }
            && !at.Field("x-kubernetes-preserve-unknown-fields").IsTrue;
        return isClosed ? null : StructuralSchema.Anything;
    }

    /// <summary>The API server fills defaults in before it checks.</summary>
    private ImmutableArray<string> Required(Node at)
    {
        Node required = at.Field("required");
        if (required.Exists && !required.IsSequence)
        {
            refuse(required, "a list of fields is due here");
        }

        return
        [
            .. required.Texts.Where(name => dialect != SchemaDialect.Kubernetes
                || at.Field("properties").Field(name).Field("default").IsMissing),
        ];
    }
}
