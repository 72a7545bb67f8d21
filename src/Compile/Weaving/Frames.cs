using Mono.Cecil;

namespace PolicyGate.Compile.Weaving;

/// <summary>
/// Keeps frames small enough for the check of the stack at each entry, which leaves room for no more than an ordinary frame.
/// </summary>
internal static class Frames
{
    /// <summary>Bytes of variables and arguments; the check leaves 64 KiB and more.</summary>
    private const int LargestFrame = 16 * 1024;

    /// <summary>Bytes of a struct, which the compiler copies to places that nobody sees.</summary>
    private const int LargestStruct = 4 * 1024;

    public static void Check(TypeDefinition type)
    {
        if (type.IsValueType && !type.IsEnum && ObjectSizes.OfVariable(type) > LargestStruct && !IsOfTheCompiler(type))
        {
            throw new WeavingException(
                Outermost(type).FullName, $"the struct `{type.Name}` is larger than {LargestStruct} bytes; use a class or record");
        }
    }

    public static void Check(MethodDefinition method)
    {
        IEnumerable<TypeReference> types = method.Body.Variables.Select(variable => variable.VariableType)
            .Concat(method.Parameters.Select(parameter => parameter.ParameterType));
        long size = 0;
        foreach (TypeReference type in types)
        {
            size += ObjectSizes.OfVariable(type);
        }

        if (size > LargestFrame)
        {
            throw new NotSupportedException(
                $"the variables of `{method.Name}` take {size} bytes, more than {LargestFrame}; use classes or fewer variables");
        }
    }

    public static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    /// <summary>Data of constants, which is never a variable, and arrays on the stack, which are weighed where they are variables.</summary>
    private static bool IsOfTheCompiler(TypeDefinition type) => Outermost(type).Name.StartsWith('<');
}
