using Mono.Cecil;

namespace PolicyGate.Compile.Weaving;

/// <summary>What there is to measure in a value whose type the policy has chosen.</summary>
internal static class ClosedShapes
{
    /// <summary>Not yet among the names that Cecil has for the flags (ECMA-335 augments, II.10.1.7).</summary>
    private const ushort AllowsByRefLike = 0x20;

    public static Shape Of(TypeReference type) => type switch
    {
        GenericParameter parameter => ((ushort)parameter.Attributes & AllowsByRefLike) != 0 ? Shape.None : Shape.Value,
        ByReferenceType or ArrayType => Shape.None,
        _ => Shapes.Of(type) switch
        {
            Shape shape and (Shape.Text or Shape.Any or Shape.Value or Shape.Span or Shape.WritableSpan) => shape,
            _ => OfDefinition(type.Resolve()),
        },
    };

    public static bool IsByRefLike(TypeDefinition type) =>
        type.CustomAttributes.Any(attribute => attribute.AttributeType.FullName == "System.Runtime.CompilerServices.IsByRefLikeAttribute");

    /// <summary>Classes compare and print by code of their own, which is woven, or of the library for the library's.</summary>
    private static Shape OfDefinition(TypeDefinition type) =>
        type.IsInterface ? Shape.Any
        : !type.IsValueType || type.FullName == "System.Void" || type.IsPrimitive || type.IsEnum || IsByRefLike(type) ? Shape.None
        : Shape.Value;
}
