namespace PolicyGate.Load.Schemas;

/// <summary>
/// Where in a schema another one stands; it decides what Kubernetes makes of fields that it does not mention.
/// </summary>
/// <param name="IsStructural">
/// Its fields count as mentioned. Those within <c>allOf</c>, <c>anyOf</c>, <c>oneOf</c> and <c>not</c> do not:
/// whatever they name is mentioned outside of them too.
/// </param>
/// <param name="IsObject">It is a whole object of Kubernetes.</param>
/// <param name="IsMetadata">
/// It is the metadata of such an object, which the API server checks by rules of its own.
/// </param>
internal readonly record struct SchemaPosition(bool IsStructural, bool IsObject, bool IsMetadata)
{
    public static SchemaPosition Root => new(IsStructural: true, IsObject: true, IsMetadata: false);

    public static SchemaPosition Referred => new(IsStructural: true, IsObject: false, IsMetadata: false);

    public static SchemaPosition Combined => new(IsStructural: false, IsObject: false, IsMetadata: false);

    public static SchemaPosition Metadata => new(IsStructural: true, IsObject: false, IsMetadata: true);

    public SchemaPosition Below => this with { IsObject = false, IsMetadata = false };
}
