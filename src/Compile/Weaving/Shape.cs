using Mono.Cecil;

namespace PolicyGate.Compile.Weaving;

/// <summary>What there is to measure in a value, by its type in the signature of a library member.</summary>
internal enum Shape
{
    None,
    Text,

    /// <summary>Of type object.</summary>
    Any,

    /// <summary>Of a type parameter's type, or a tuple of such.</summary>
    Value,
    Array,
    Span,
    WritableSpan,
    Memory,
    WritableMemory,
    Immutable,

    /// <summary>A sequence that may be lazy.</summary>
    Sequence,
    OrderedSequence,
    UntypedSequence,

    /// <summary>A collection of the library with one element type.</summary>
    Elements,

    /// <summary>Any other collection of the library.</summary>
    Collection,

    /// <summary>An interface of collections with one element type, which a policy may implement.</summary>
    ElementsInterface,
    CollectionInterface,
}

/// <summary>Tells shapes from types.</summary>
internal static class Shapes
{
    private const string Generic = "System.Collections.Generic.";

    public static Shape Of(TypeReference type) => type switch
    {
        IModifierType modified => Of(modified.ElementType),
        ByReferenceType => Shape.None,
        GenericParameter => Shape.Value,
        ArrayType { IsVector: true } => Shape.Array,
        ArrayType => Shape.Collection,
        GenericInstanceType generic => OfGeneric(generic.ElementType),
        _ => OfPlain(type),
    };

    private static Shape OfPlain(TypeReference type) => type.FullName switch
    {
        "System.String" => Shape.Text,
        "System.Object" => Shape.Any,
        "System.Text.StringBuilder" or "System.Array" => Shape.Collection,
        "System.Collections.IEnumerable" => Shape.UntypedSequence,
        "System.Collections.ICollection" or "System.Collections.IList" or "System.Collections.IDictionary" =>
            Shape.CollectionInterface,
        "System.Runtime.CompilerServices.ITuple" or "System.Exception" or "System.AggregateException" or "System.ValueType" => Shape.Any,
        _ => Shape.None,
    };

    private static Shape OfGeneric(TypeReference type) => type.FullName switch
    {
        "System.ReadOnlySpan`1" => Shape.Span,
        "System.Span`1" => Shape.WritableSpan,
        "System.ReadOnlyMemory`1" => Shape.Memory,
        "System.Memory`1" => Shape.WritableMemory,
        "System.Collections.Immutable.ImmutableArray`1" => Shape.Immutable,
        Generic + "IEnumerable`1" => Shape.Sequence,
        "System.Linq.IOrderedEnumerable`1" => Shape.OrderedSequence,
        Generic + "KeyValuePair`2" => Shape.Value,
        Generic + "ICollection`1" or Generic + "IList`1" or Generic + "ISet`1" or Generic + "IReadOnlyCollection`1"
            or Generic + "IReadOnlyList`1" or Generic + "IReadOnlySet`1" => Shape.ElementsInterface,
        Generic + "IDictionary`2" or Generic + "IReadOnlyDictionary`2" => Shape.CollectionInterface,
        _ => OfCollection(type),
    };

    private static Shape OfCollection(TypeReference type)
    {
        if (type.FullName.StartsWith("System.ValueTuple`", StringComparison.Ordinal) || type.FullName.StartsWith("System.Tuple`", StringComparison.Ordinal))
        {
            return Shape.Value;
        }

        bool isCollection = type.GetElementType().FullName.StartsWith("System.Collections.", StringComparison.Ordinal)
            && type.Resolve()?.Interfaces.Any(one => one.InterfaceType.FullName == "System.Collections.IEnumerable") == true;
        bool hasOneElementType = isCollection && !type.IsNested && type.Name.EndsWith("`1", StringComparison.Ordinal);
        return !isCollection ? Shape.None : hasOneElementType ? Shape.Elements : Shape.Collection;
    }
}
