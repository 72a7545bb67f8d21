using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace PolicyGate.Compile.Metadata;

/// <summary>One instruction of a method's body.</summary>
/// <param name="Offset">Where it begins, in bytes from the start of the code.</param>
/// <param name="Opcode">What it does.</param>
/// <param name="Operand">What follows the opcode.</param>
/// <param name="Value">The token, the variable's number or the branch's target; 0 for other operands.</param>
/// <param name="Targets">Where a switch may go on.</param>
internal readonly record struct Instruction(int Offset, ILOpCode Opcode, Operand Operand, int Value, ImmutableArray<int> Targets)
{
    public EntityHandle Token => MetadataTokens.EntityHandle(Value);

    /// <summary>Whether the next instruction is never reached from this one.</summary>
    public bool EndsFlow => Opcode is ILOpCode.Ret or ILOpCode.Throw or ILOpCode.Rethrow or ILOpCode.Br or ILOpCode.Br_s
        or ILOpCode.Leave or ILOpCode.Leave_s or ILOpCode.Endfinally or ILOpCode.Endfilter;

    public bool IsPrefix => Opcode is ILOpCode.Constrained or ILOpCode.Readonly;

    /// <summary>The instructions in order; the last is of a refused opcode when there is one.</summary>
    public static List<Instruction> All(BlobReader code)
    {
        List<Instruction> all = [];
        while (code.RemainingBytes > 0)
        {
            Instruction instruction = Read(ref code);
            all.Add(instruction);
            if (instruction.Operand == Operand.Refused)
            {
                break;
            }
        }

        return all;
    }

    private static Instruction Read(ref BlobReader code)
    {
        int offset = code.Offset;
        int first = code.ReadByte();
        ILOpCode opcode = (ILOpCode)(first == 0xFE ? (first << 8) | code.ReadByte() : first);
        Operand operand = Opcodes.OperandOf(opcode);
        if (operand == Operand.Switch)
        {
            return new(offset, opcode, operand, 0, ReadTargets(ref code));
        }

        return new(offset, opcode, operand, ReadValue(ref code, operand), []);
    }

    private static int ReadValue(ref BlobReader code, Operand operand)
    {
        switch (operand)
        {
            case Operand.Refused or Operand.None:
                return 0;
            case Operand.OneByte:
                return code.ReadByte();
            case Operand.TwoBytes:
                return code.ReadUInt16();
            case Operand.EightBytes:
                code.ReadInt64();
                return 0;
            case Operand.ShortBranch:
                int near = code.ReadSByte();
                return code.Offset + near;
            case Operand.Branch:
                int far = code.ReadInt32();
                return code.Offset + far;
            default:
                return code.ReadInt32();
        }
    }

    private static ImmutableArray<int> ReadTargets(ref BlobReader code)
    {
        uint count = code.ReadUInt32();
        if (count > code.RemainingBytes / sizeof(int))
        {
            throw new BadImageFormatException("a switch is longer than its method");
        }

        ImmutableArray<int>.Builder targets = ImmutableArray.CreateBuilder<int>((int)count);
        for (uint i = 0; i < count; i++)
        {
            targets.Add(code.ReadInt32());
        }

        int end = code.Offset;
        return [.. targets.Select(target => target + end)];
    }
}
