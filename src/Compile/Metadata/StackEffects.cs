using System.Reflection.Metadata;
using static System.Reflection.Metadata.ILOpCode;

namespace PolicyGate.Compile.Metadata;

/// <summary>
/// What opcodes that always do the same take from the evaluation stack and leave on it, the deepest first: <c>n</c> a
/// number, <c>o</c> an object or a value, <c>v</c> either of both, <c>a</c> an address, <c>p</c> an address or object,
/// <c>x</c> anything, and after <c>t</c> whatever the type of the operand is.
/// </summary>
internal static class StackEffects
{
    private static readonly (ILOpCode First, ILOpCode Last, string Taken, string Left)[] Ranges =
    [
        (Nop, Nop, "", ""), (Br_s, Br_s, "", ""), (Br, Br, "", ""), (Readonly, Readonly, "", ""), (Constrained, Constrained, "", ""),
        (Rethrow, Rethrow, "", ""), (Endfinally, Endfinally, "", ""), (Leave, Leave_s, "", ""),
        (Endfilter, Endfilter, "v", ""), (Throw, Throw, "o", ""), (Pop, Pop, "x", ""), (Switch, Switch, "v", ""),
        (Brfalse_s, Brtrue_s, "v", ""), (Brfalse, Brtrue, "v", ""), (Beq_s, Blt_un_s, "vv", ""), (Beq, Blt_un, "vv", ""),
        (Ldnull, Ldnull, "", "o"), (Ldstr, Ldstr, "", "o"), (Ldc_i4_m1, Ldc_r8, "", "n"), (Ldtoken, Ldtoken, "", "o"),
        (Ldarga_s, Ldarga_s, "", "a"), (Ldarga, Ldarga, "", "a"), (Ldloca_s, Ldloca_s, "", "a"), (Ldloca, Ldloca, "", "a"),
        (Add, Shr_un, "vv", "n"), (Add_ovf, Sub_ovf_un, "vv", "n"), (Ceq, Clt_un, "vv", "n"), (Neg, Not, "v", "n"),
        (Conv_i1, Conv_u8, "v", "n"), (Conv_r_un, Conv_r_un, "v", "n"), (Conv_ovf_i1_un, Conv_ovf_u_un, "v", "n"),
        (Conv_ovf_i1, Conv_ovf_u8, "v", "n"), (Conv_u2, Conv_ovf_u, "v", "n"), (Conv_u, Conv_u, "v", "n"),
        (Ldind_i1, Ldind_r8, "a", "n"), (Ldind_ref, Ldind_ref, "a", "o"), (Stind_ref, Stind_ref, "ao", ""), (Stind_i1, Stind_r8, "av", ""),
        (Ldlen, Ldlen, "o", "n"), (Newarr, Newarr, "v", "o"), (Ldelema, Ldelema, "ov", "a"),
        (Ldelem_i1, Ldelem_r8, "ov", "n"), (Ldelem_ref, Ldelem_ref, "ov", "o"), (Ldelem, Ldelem, "ov", "t"),
        (Stelem_i1, Stelem_r8, "ovv", ""), (Stelem_ref, Stelem_ref, "ovo", ""), (Stelem, Stelem, "ovv", ""),
        (Castclass, Isinst, "o", "o"), (Box, Box, "v", "o"), (Unbox, Unbox, "o", "a"), (Unbox_any, Unbox_any, "o", "t"),
        (Initobj, Initobj, "a", ""), (Ldobj, Ldobj, "a", "t"), (Stobj, Stobj, "av", ""),
        (Ldfld, Ldfld, "p", "t"), (Ldflda, Ldflda, "p", "a"), (Stfld, Stfld, "pt", ""),
        (Ldsfld, Ldsfld, "", "t"), (Ldsflda, Ldsflda, "", "a"), (Stsfld, Stsfld, "t", ""),
        (Sizeof, Sizeof, "", "n"), (Ldftn, Ldftn, "", "n"), (Ldvirtftn, Ldvirtftn, "o", "n"),
    ];

    private static readonly (string Taken, string Left)?[] Effects = Table();

    /// <summary>What the opcode does; null when that depends on variables or signatures.</summary>
    public static (string Taken, string Left)? Of(ILOpCode opcode) => Effects[Opcodes.Index(opcode)];

    private static (string Taken, string Left)?[] Table()
    {
        (string, string)?[] table = new (string, string)?[Opcodes.Count];
        foreach ((ILOpCode first, ILOpCode last, string taken, string left) in Ranges)
        {
            for (int at = Opcodes.Index(first); at <= Opcodes.Index(last); at++)
            {
                table[at] = (taken, left);
            }
        }

        return table;
    }
}
