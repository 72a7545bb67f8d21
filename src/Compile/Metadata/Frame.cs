using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace PolicyGate.Compile.Metadata;

/// <summary>What is on the evaluation stack, as coarse as needed to tell addresses from all else.</summary>
internal enum StackKind : byte
{
    /// <summary>A number that came from numbers. It is never an address.</summary>
    Number,

    /// <summary>The managed address of a variable, field or element.</summary>
    Address,

    /// <summary>An object or a value; an enumeration, too, which is also a number.</summary>
    Other,
}

/// <summary>What a method takes, and what it leaves.</summary>
/// <param name="Arguments">In order; the object itself comes first.</param>
/// <param name="Result">Null when there is none.</param>
/// <param name="IsInstance">Whether the first argument is the object itself.</param>
internal sealed record Frame(ImmutableArray<StackKind> Arguments, StackKind? Result, bool IsInstance)
{
    /// <param name="signature">The method's.</param>
    /// <param name="isValueType">Whether the object itself is passed by its address; unknown for what is called.</param>
    public static Frame Of(MethodSignature<Shape> signature, bool? isValueType)
    {
        ImmutableArray<StackKind> parameters = [.. signature.ParameterTypes.Select(StackKinds.Of)];
        StackKind self = isValueType == true ? StackKind.Address : StackKind.Other;
        StackKind? result = signature.ReturnType.Id == "System.Void" ? null : StackKinds.Of(signature.ReturnType);
        return signature.Header.IsInstance ? new([self, .. parameters], result, true) : new(parameters, result, false);
    }
}

internal static class StackKinds
{
    public static StackKind Of(Shape shape) => shape switch
    {
        { Kind: ShapeKind.Reference } => StackKind.Address,
        { Kind: ShapeKind.Primitive, Id: not ("System.String" or "System.Object") } => StackKind.Number,
        _ => StackKind.Other,
    };
}
