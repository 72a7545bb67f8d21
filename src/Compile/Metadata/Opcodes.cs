using System.Reflection.Metadata;
using static System.Reflection.Metadata.ILOpCode;

namespace PolicyGate.Compile.Metadata;

/// <summary>What follows an opcode.</summary>
internal enum Operand : byte
{
    /// <summary>The opcode is not allowed.</summary>
    Refused,
    None,
    OneByte,
    TwoBytes,
    FourBytes,
    EightBytes,
    ShortBranch,
    Branch,
    Switch,
    String,
    Type,
    Field,
    Method,
    Token,
}

/// <summary>
/// The opcodes that verifiable C# is made of (ECMA-335 III), and <c>sizeof</c>, which only weaving writes. Not among them,
/// and so refused: what reads and writes raw memory (<c>cpblk</c>, <c>initblk</c>, <c>localloc</c>, <c>cpobj</c>,
/// <c>unaligned.</c>, native integers through references), typed references, <c>calli</c>, <c>jmp</c>, <c>arglist</c>, <c>tail.</c>, <c>volatile.</c>,
/// <c>no.</c>, <c>break</c>, <c>ckfinite</c>, and all numbers that stand for nothing.
/// </summary>
internal static class Opcodes
{
    /// <summary>How many places a table of opcodes has.</summary>
    public const int Count = 0x200;

    private const int Page = 0xFE00;

    private static readonly (Operand Operand, ILOpCode[] Opcodes)[] Allowed =
    [
        (Operand.None,
        [
            Nop, Ldarg_0, Ldarg_1, Ldarg_2, Ldarg_3, Ldloc_0, Ldloc_1, Ldloc_2, Ldloc_3, Stloc_0, Stloc_1, Stloc_2, Stloc_3,
            Ldnull, Ldc_i4_m1, Ldc_i4_0, Ldc_i4_1, Ldc_i4_2, Ldc_i4_3, Ldc_i4_4, Ldc_i4_5, Ldc_i4_6, Ldc_i4_7, Ldc_i4_8,
            Dup, Pop, Ret, Throw, Rethrow, Endfinally, Endfilter, Ldlen, Readonly,
            Add, Add_ovf, Add_ovf_un, Sub, Sub_ovf, Sub_ovf_un, Mul, Mul_ovf, Mul_ovf_un, Div, Div_un, Rem, Rem_un,
            And, Or, Xor, Not, Neg, Shl, Shr, Shr_un, Ceq, Cgt, Cgt_un, Clt, Clt_un,
            Conv_i1, Conv_i2, Conv_i4, Conv_i8, Conv_r4, Conv_r8, Conv_u1, Conv_u2, Conv_u4, Conv_u8, Conv_r_un, Conv_i, Conv_u,
            Conv_ovf_i, Conv_ovf_i_un, Conv_ovf_u, Conv_ovf_u_un,
            Conv_ovf_i1, Conv_ovf_i1_un, Conv_ovf_i2, Conv_ovf_i2_un, Conv_ovf_i4, Conv_ovf_i4_un, Conv_ovf_i8, Conv_ovf_i8_un,
            Conv_ovf_u1, Conv_ovf_u1_un, Conv_ovf_u2, Conv_ovf_u2_un, Conv_ovf_u4, Conv_ovf_u4_un, Conv_ovf_u8, Conv_ovf_u8_un,
            Ldind_i1, Ldind_u1, Ldind_i2, Ldind_u2, Ldind_i4, Ldind_u4, Ldind_i8, Ldind_r4, Ldind_r8, Ldind_ref,
            Stind_i1, Stind_i2, Stind_i4, Stind_i8, Stind_r4, Stind_r8, Stind_ref,
            Ldelem_i1, Ldelem_u1, Ldelem_i2, Ldelem_u2, Ldelem_i4, Ldelem_u4, Ldelem_i8, Ldelem_r4, Ldelem_r8, Ldelem_ref,
            Stelem_i1, Stelem_i2, Stelem_i4, Stelem_i8, Stelem_r4, Stelem_r8, Stelem_ref,
        ]),
        (Operand.OneByte, [Ldarg_s, Ldarga_s, Starg_s, Ldloc_s, Ldloca_s, Stloc_s, Ldc_i4_s]),
        (Operand.TwoBytes, [Ldarg, Ldarga, Starg, Ldloc, Ldloca, Stloc]),
        (Operand.FourBytes, [Ldc_i4, Ldc_r4]),
        (Operand.EightBytes, [Ldc_i8, Ldc_r8]),
        (Operand.ShortBranch,
        [
            Br_s, Brtrue_s, Brfalse_s, Beq_s, Bge_s, Bge_un_s, Bgt_s, Bgt_un_s, Ble_s, Ble_un_s, Blt_s, Blt_un_s, Bne_un_s, Leave_s,
        ]),
        (Operand.Branch, [Br, Brtrue, Brfalse, Beq, Bge, Bge_un, Bgt, Bgt_un, Ble, Ble_un, Blt, Blt_un, Bne_un, Leave]),
        (Operand.Switch, [Switch]),
        (Operand.String, [Ldstr]),
        (Operand.Type,
        [
            Castclass, Isinst, Box, Unbox, Unbox_any, Newarr, Initobj, Ldobj, Stobj, Ldelem, Stelem, Ldelema, Constrained, Sizeof,
        ]),
        (Operand.Field, [Ldfld, Ldflda, Stfld, Ldsfld, Ldsflda, Stsfld]),
        (Operand.Method, [Call, Callvirt, Newobj, Ldftn, Ldvirtftn]),
        (Operand.Token, [Ldtoken]),
    ];

    private static readonly Operand[] Operands = Table();

    /// <summary>What follows the opcode; <see cref="Operand.Refused"/> when it is not allowed.</summary>
    public static Operand OperandOf(ILOpCode opcode) => Operands[Index(opcode)];

    /// <summary>Opcodes of two bytes begin with FE, and follow those of one.</summary>
    public static int Index(ILOpCode opcode) => (int)opcode < Page ? (int)opcode : (int)opcode - Page + 0x100;

    private static Operand[] Table()
    {
        Operand[] table = new Operand[Count];
        foreach ((Operand operand, ILOpCode[] opcodes) in Allowed)
        {
            foreach (ILOpCode opcode in opcodes)
            {
                table[Index(opcode)] = operand;
            }
        }

        return table;
    }
}
