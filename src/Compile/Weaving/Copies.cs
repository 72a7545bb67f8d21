using Mono.Cecil.Cil;

namespace PolicyGate.Compile.Weaving;

/// <summary>
/// Instructions are rewritten in place, so that branches and the bounds of handlers that name them then name the first of
/// what took their place.
/// </summary>
internal static class Copies
{
    public static Instruction Of(Instruction instruction)
    {
        Instruction copy = Instruction.Create(OpCodes.Nop);
        (copy.OpCode, copy.Operand) = (instruction.OpCode, instruction.Operand);
        return copy;
    }

    /// <summary>Puts a sequence where an instruction was.</summary>
    public static IEnumerable<Instruction> InPlaceOf(Instruction instruction, IReadOnlyList<Instruction> sequence)
    {
        (instruction.OpCode, instruction.Operand) = (sequence[0].OpCode, sequence[0].Operand);
        return sequence.Skip(1).Prepend(instruction);
    }
}
