using System.Runtime.CompilerServices;
using Mono.Cecil;

namespace PolicyGate.Compile.Weaving;

/// <summary>How large values and objects are, rather more than less.</summary>
internal static class ObjectSizes
{
    private const int Header = 16;

    private const int Word = 8;

    /// <summary>Structs of the library whose size is not known; few have more than four fields.</summary>
    private const int UnknownStruct = 64;

    /// <summary>A value of a type parameter, which is what the policy makes of it.</summary>
    private const int TypeParameter = 32;

    /// <summary>Beyond any limit; kept from growing further.</summary>
    private const int Enormous = 1 << 20;

    /// <summary>Bytes on the heap for an object; 0 for a struct.</summary>
    public static int Of(TypeReference type) =>
        type.Resolve() is { IsValueType: false } ? Header + Fields(type) : 0;

    /// <summary>Bytes that a variable of this type takes.</summary>
    public static int OfVariable(TypeReference type) => type switch
    {
        GenericParameter => TypeParameter,
        ByReferenceType or ArrayType or PointerType => Word,
        _ => type.Resolve() is { IsValueType: true } definition ? OfStruct(type, definition) : Word,
    };

    private static int OfStruct(TypeReference type, TypeDefinition definition)
    {
        if (definition.IsPrimitive || definition.IsEnum)
        {
            return Word;
        }

        return definition.Module == type.Module && type.GetElementType().Scope == type.Module
            ? (int)Math.Clamp((long)Fields(type) * Math.Max(InlineArrayLength(definition), 1), Word, Enormous)
            : OfLibraryStruct(type);
    }

    /// <summary>The fields of a type and of those it inherits from the policy.</summary>
    private static int Fields(TypeReference type)
    {
        TypeDefinition definition = type.Resolve();
        int inherited = definition.BaseType?.Resolve() is { } parent && parent.Module == definition.Module ? Fields(Closed(definition.BaseType, type)) : 0;
        IEnumerable<TypeReference> own = definition.Fields.Where(field => !field.IsStatic).Select(field => Closed(field.FieldType, type));
        return Sum(own, inherited);
    }

    /// <summary>Looks no further than it has to: structs of structs of structs would take for ever.</summary>
    private static int Sum(IEnumerable<TypeReference> parts, int size)
    {
        foreach (TypeReference part in parts)
        {
            size = Math.Min(Enormous, size + OfVariable(part));
            if (size == Enormous)
            {
                break;
            }
        }

        return size;
    }

    private static TypeReference Closed(TypeReference type, TypeReference holder) => TypeArguments.Map(type, parameter =>
        holder is GenericInstanceType instance && parameter.Type == GenericParameterType.Type ? instance.GenericArguments[parameter.Position] : parameter);

    private static int OfLibraryStruct(TypeReference type)
    {
        if (type is GenericInstanceType generic)
        {
            long parts = Sum(generic.GenericArguments, 0);
            bool isTuple = type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal) || type.Name is "Nullable`1" or "KeyValuePair`2";
            return (int)Math.Min(Enormous, parts + (isTuple ? Word : UnknownStruct) + InlineArray(type) * parts);
        }

        Type? loaded = Type.GetType($"{type.FullName.Replace('/', '+')}, {type.Scope.Name}");
        return loaded is null ? UnknownStruct : RuntimeHelpers.SizeOf(loaded.TypeHandle);
    }

    /// <summary>Of <c>InlineArray2</c> to <c>InlineArray16</c>.</summary>
    private static long InlineArray(TypeReference type) =>
        type.Name.StartsWith("InlineArray", StringComparison.Ordinal) ? 16 : 0;

    private static int InlineArrayLength(TypeDefinition type) => type.CustomAttributes
        .Where(attribute => attribute.AttributeType.FullName == "System.Runtime.CompilerServices.InlineArrayAttribute")
        .Select(attribute => (int)attribute.ConstructorArguments[0].Value)
        .FirstOrDefault();
}
