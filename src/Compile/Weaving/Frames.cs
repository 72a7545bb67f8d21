using Mono.Cecil;
using Mono.Cecil.Cil;

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

    /// <summary>Bytes of an ordinary frame, and more than most have.</summary>
    private const int OrdinaryFrame = 2 * 1024;

    /// <summary>
    /// How many ordinary frames that of a method is as large as: its variables, and each value that comes to lie on the
    /// stack for a moment, for which code that is not optimised keeps a place of its own. What the just-in-time compiler
    /// makes of it changes while the program runs, and must not decide where a policy is stopped.
    /// </summary>
    public static int CountOf(MethodDefinition method)
    {
        IEnumerable<TypeReference> passing = method.Body.Instructions.SelectMany(instruction => Given(instruction).Append(Passing(instruction))).OfType<TypeReference>();
        return 1 + (int)(Types(method).Concat(passing).Sum(type => (long)ObjectSizes.OfVariable(type)) / OrdinaryFrame);
    }

    /// <summary>What is given to a call waits for it there.</summary>
    private static IEnumerable<TypeReference?> Given(Instruction call) => call is { OpCode.FlowControl: FlowControl.Call, Operand: MethodReference member }
        ? member.Parameters.Select(parameter => TypeArguments.Close(parameter.ParameterType, member))
        : [];

    private static TypeReference? Passing(Instruction instruction) => instruction.OpCode.Code switch
    {
        Code.Call or Code.Callvirt => instruction.Operand is MethodReference { ReturnType: { MetadataType: not MetadataType.Void } and not IModifierType and var type } member
            ? TypeArguments.Close(type, member)
            : null,
        Code.Newobj => ((MethodReference)instruction.Operand).DeclaringType,
        Code.Ldobj or Code.Ldelem_Any or Code.Unbox_Any => (TypeReference)instruction.Operand,
        Code.Ldfld or Code.Ldsfld => ((FieldReference)instruction.Operand).FieldType,
        _ => null,
    };

    private static IEnumerable<TypeReference> Types(MethodDefinition method) => method.Body.Variables
        .Select(variable => variable.VariableType)
        .Concat(method.Parameters.Select(parameter => parameter.ParameterType));

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
        long size = 0;
        foreach (TypeReference type in Types(method))
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
