using System.Collections.Immutable;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Live;

/// <summary>
/// A field of a kind that a CustomResourceDefinition brings, by its
/// <see href="https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema">structural schema</see>.
/// What the schema does not speak of is kept as it was given.
/// </summary>
internal sealed record CustomField(Node Schema) : ApiField
{
    /// <summary>Of a kind whose definition nobody knows.</summary>
    public static CustomField Unknown { get; } = new(new Document("", 0, new Mapping([], isFlow: true, Span.Start)).Root);

    public override ApiField Field(string name)
    {
        Node property = Schema.Field("properties").Field(name);
        return new CustomField(property.Exists ? property : Schema.Field("additionalProperties"));
    }

    public override ApiField Item => new CustomField(Schema.Field("items"));

    public override ListShape List => Schema.Field("x-kubernetes-list-type").Text switch
    {
        "set" => ListShape.Scalars,
        "map" => new ListShape.Map(Keys()),
        _ => ListShape.Whole,
    };

    public override bool IsQuantity => false;

    public override bool DropsZero => false;

    /// <summary>The schema's default, or one made of the defaults below.</summary>
    public override bool IsFilledIn(Node live) => Schema.Field("default") is { Exists: true } written
        ? SameValue.Is(written, live)
        : live is { IsMapping: true, Count: > 0 } && live.Fields.All(field => Field(field.Name).IsFilledIn(field));

    private ImmutableArray<ListKey> Keys() =>
    [
        .. Schema.Field("x-kubernetes-list-map-keys").Texts
            .Select(key => new ListKey(key, Schema.Field("items").Field("properties").Field(key).Field("default").ToString()))
    ];
}
