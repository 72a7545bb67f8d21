using System.Collections.Immutable;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Live;

/// <summary>
/// A field of a kind that a CustomResourceDefinition brings, by its
/// <see href="https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema">structural schema</see>.
/// Objects whose type it gives keep only the fields that it names
/// (<see href="https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#field-pruning">pruning</see>);
/// what it does not speak of at all is kept as it was given.
/// </summary>
/// <param name="Schema">Of the field.</param>
/// <param name="KeepsUnknown">The definition is one of the time before pruning.</param>
internal sealed record CustomField(Node Schema, bool KeepsUnknown) : ApiField
{
    /// <summary>Of a kind whose definition nobody knows.</summary>
    public static CustomField Unknown { get; } = new(new Document("", 0, new Mapping([], isFlow: true, Span.Start)).Root, KeepsUnknown: true);

    private bool isPruned;

    public override bool IsPruned => isPruned;

    public override ApiField Field(string name)
    {
        Node property = Schema.Field("properties").Field(name);
        return property.Exists
            ? this with { Schema = property, isPruned = false }
            : this with { Schema = Schema.Field("additionalProperties"), isPruned = Prunes };
    }

    public override ApiField Item => this with { Schema = Schema.Field("items"), isPruned = false };

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

    private bool Prunes =>
        !KeepsUnknown
        && Schema.Field("type").Text == "object"
        && Schema.Field("additionalProperties").IsMissing
        && !Schema.Field("x-kubernetes-preserve-unknown-fields").IsTrue
        && !Schema.Field("x-kubernetes-embedded-resource").IsTrue;

    private ImmutableArray<ListKey> Keys() =>
    [
        .. Schema.Field("x-kubernetes-list-map-keys").Texts
            .Select(key => new ListKey(key, Schema.Field("items").Field("properties").Field(key).Field("default").ToString()))
    ];
}
