using Mono.Cecil;

namespace PolicyGate.Compile.Weaving;

/// <summary>Types as they are where a member is used: type parameters replaced by what they stand for.</summary>
internal static class TypeArguments
{
    /// <summary>A type from a member's signature, at a reference to that member.</summary>
    public static TypeReference Close(TypeReference type, MethodReference at) => Map(type, parameter => parameter.Type switch
    {
        GenericParameterType.Method => at is GenericInstanceMethod method ? method.GenericArguments[parameter.Position] : parameter,
        _ => at.DeclaringType is GenericInstanceType declaring ? declaring.GenericArguments[parameter.Position] : parameter,
    });

    /// <summary>The same type with other type parameters. Modifiers, which only compilers read, are dropped.</summary>
    public static TypeReference Map(TypeReference type, Func<GenericParameter, TypeReference> map) => type switch
    {
        GenericParameter parameter => map(parameter),
        GenericInstanceType generic => Instance(generic.ElementType, generic.GenericArguments.Select(argument => Map(argument, map))),
        ByReferenceType reference => new ByReferenceType(Map(reference.ElementType, map)),
        ArrayType array => Array(array, Map(array.ElementType, map)),
        IModifierType modified => Map(modified.ElementType, map),
        PointerType pointer => new PointerType(Map(pointer.ElementType, map)),
        FunctionPointerType or PinnedType or SentinelType =>
            throw new NotSupportedException($"{type.FullName} is not a type that policies may use"),
        _ => type,
    };

    public static GenericInstanceType Instance(TypeReference open, IEnumerable<TypeReference> arguments)
    {
        GenericInstanceType instance = new(open);
        foreach (TypeReference argument in arguments)
        {
            instance.GenericArguments.Add(argument);
        }

        return instance;
    }

    public static GenericInstanceMethod Instance(MethodReference open, IEnumerable<TypeReference> arguments)
    {
        GenericInstanceMethod instance = new(open);
        foreach (TypeReference argument in arguments)
        {
            instance.GenericArguments.Add(argument);
        }

        return instance;
    }

    /// <summary>Equal for equal types, which full names are not: two type parameters may share a name.</summary>
    public static string Key(TypeReference type) =>
        Map(type, parameter => new TypeReference("", $"{parameter.Type}{parameter.Position}", parameter.Module, null)).FullName;

    private static ArrayType Array(ArrayType array, TypeReference element) =>
        array.IsVector ? new(element) : new(element, array.Rank);
}
