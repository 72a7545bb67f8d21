using Mono.Cecil;
using Mono.Cecil.Cil;
using PolicyGate.Metering;

namespace PolicyGate.Compile.Weaving;

/// <summary>Weaves what allocates and what calls.</summary>
/// <param name="metering">What woven code calls.</param>
/// <param name="library">Members outside of the policies.</param>
/// <param name="temporaries">Variables of the method.</param>
/// <param name="delegated">The method to make a delegate of, for an instruction that loads one of the library.</param>
internal sealed class OperationWeaver(
    MeteringMembers metering, LibraryCalls library, Temporaries temporaries, Func<Instruction, MethodReference> delegated)
{
    private readonly CallWeaver calls = new(metering, temporaries);
    private readonly HashWeaver hashes = new(metering);

    /// <summary>An instruction with its prefixes and all that belongs to it.</summary>
    public IReadOnlyList<Instruction> Weave(Instruction instruction, Instruction[] prefixes) => instruction.OpCode.Code switch
    {
        Code.Newarr => NewArray(instruction),
        Code.Box => [SizeOf(instruction), Toll(nameof(Metering.Toll.Box)), Copies.Of(instruction)],
        Code.Newobj when instruction.Operand is MethodReference { DeclaringType: ArrayType array } => NewBlock(instruction, array),
        Code.Newobj when IsOwn(instruction) => NewObject(instruction),
        Code.Ldftn when !IsOwn(instruction) => [Instruction.Create(OpCodes.Ldftn, delegated(instruction))],
        Code.Ldvirtftn when !IsOwn(instruction) => [Instruction.Create(OpCodes.Pop), Instruction.Create(OpCodes.Ldftn, delegated(instruction))],
        Code.Call or Code.Callvirt or Code.Newobj when !IsOwn(instruction) => Call(instruction, prefixes),
        Code.Localloc or Code.Calli or Code.Jmp or Code.Cpblk or Code.Initblk =>
            throw new NotSupportedException($"`{instruction.OpCode.Name}` is not part of what policies may use"),
        _ => [.. prefixes.Select(Copies.Of), Copies.Of(instruction)],
    };

    private bool IsOwn(Instruction instruction) => !library.Has((MethodReference)instruction.Operand);

    private IReadOnlyList<Instruction> Call(Instruction call, Instruction[] prefixes)
    {
        MethodReference member = (MethodReference)call.Operand;
        if (hashes.Replacement(call, prefixes) is { } hash)
        {
            return [hash];
        }

        TypeReference[] implementers = Implementers(member, prefixes);
        if (prefixes.Length == implementers.Length && library.Replacement(member, implementers) is { } replacement)
        {
            return [Instruction.Create(OpCodes.Call, replacement)];
        }

        return calls.Weave(call, prefixes, LibraryCalls.IsStruct(member), library.Price(member));
    }

    /// <summary>Whose implementation of a static member of an interface is called.</summary>
    private static TypeReference[] Implementers(MethodReference member, Instruction[] prefixes) => member.HasThis
        ? []
        : [.. prefixes.Where(prefix => prefix.OpCode == OpCodes.Constrained).Select(prefix => (TypeReference)prefix.Operand)];

    private Instruction[] NewArray(Instruction instruction) =>
        [Instruction.Create(OpCodes.Conv_I), SizeOf(instruction), Toll(nameof(Metering.Toll.Array)), Copies.Of(instruction)];

    private List<Instruction> NewBlock(Instruction instruction, ArrayType array)
    {
        VariableDefinition[] lengths = [.. array.Dimensions.Select(_ => temporaries.Take(((MethodReference)instruction.Operand).Parameters[0].ParameterType))];
        List<Instruction> woven = [.. lengths.Reverse().Select(length => Instruction.Create(OpCodes.Stloc, length))];
        woven.Add(Instruction.Create(OpCodes.Ldc_I8, 1L));
        foreach (VariableDefinition length in lengths)
        {
            woven.Add(Instruction.Create(OpCodes.Ldloc, length));
            woven.Add(Toll(nameof(Metering.Toll.Times)));
        }

        woven.Add(Instruction.Create(OpCodes.Sizeof, array.ElementType));
        woven.Add(Toll(nameof(Metering.Toll.Block)));
        woven.AddRange(lengths.Select(length => Instruction.Create(OpCodes.Ldloc, length)));
        woven.Add(Copies.Of(instruction));
        temporaries.Return(lengths);
        return woven;
    }

    private Instruction[] NewObject(Instruction instruction)
    {
        TypeReference type = ((MethodReference)instruction.Operand).DeclaringType;
        int bytes = IsKept(instruction) ? 0 : ObjectSizes.Of(type);
        Instruction[] allocation = bytes == 0 ? [] : [Instruction.Create(OpCodes.Ldc_I4, bytes), Toll(nameof(Metering.Toll.Allocate))];
        return CallWeaver.MakesDelegate(instruction) ? [Copies.Of(instruction), .. allocation] : [.. allocation, Copies.Of(instruction)];
    }

    /// <summary>Functions that hold on to nothing are made once for all subjects, so that none pays for them.</summary>
    private static bool IsKept(Instruction instruction) => instruction.Next is
    {
        OpCode.Code: Code.Dup,
        Next: { OpCode.Code: Code.Stsfld, Operand: FieldReference { DeclaringType: { } holder } },
    }
        && holder.Name.StartsWith("<>", StringComparison.Ordinal);

    private static Instruction SizeOf(Instruction instruction) => Instruction.Create(OpCodes.Sizeof, (TypeReference)instruction.Operand);

    private Instruction Toll(string name) => metering.Call(typeof(Toll), name);
}
