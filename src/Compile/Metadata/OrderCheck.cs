using System.Reflection;
using System.Reflection.Metadata;
using PolicyGate.Metering;

namespace PolicyGate.Compile.Metadata;

/// <summary>
/// Checks that addresses of methods, tokens, prefixes and constant data are followed at once by the instruction that
/// takes them, so that none of them can become anything else.
/// </summary>
internal sealed class OrderCheck(EmittedModule module, List<Instruction> code)
{
    private const string SpanOverData = "M:System.ReadOnlySpan`1.#ctor(System.Void*,System.Int32)";

    /// <summary>Of woven code; emitted code may not call it.</summary>
    private const string Initialize = $"M:{nameof(PolicyGate)}.{nameof(Metering)}.{nameof(Toll)}.{nameof(Toll.Initialize)}(System.RuntimeTypeHandle)";

    private static readonly string[] ElementsOfOneByte = ["System.Byte", "System.SByte", "System.Boolean"];

    /// <summary>Whether the instruction stands where the compiler writes it.</summary>
    public bool IsInOrder(int at) => code[at].Opcode switch
    {
        ILOpCode.Ldftn or ILOpCode.Ldvirtftn => MakesDelegate(at + 1),
        ILOpCode.Newobj when MakesDelegate(at) => Is(at - 1, ILOpCode.Ldftn, ILOpCode.Ldvirtftn),
        ILOpCode.Newobj or ILOpCode.Call when MakesSpanOverData(at) => IsWithinData(at),
        ILOpCode.Ldtoken => Is(at + 1, ILOpCode.Call) && TakesToken(at + 1, code[at].Token.Kind),
        ILOpCode.Call when TakesToken(at, kind: null) => Is(at - 1, ILOpCode.Ldtoken),
        ILOpCode.Constrained => Is(at + 1, ILOpCode.Callvirt, ILOpCode.Call, ILOpCode.Ldftn),
        ILOpCode.Readonly => Is(at + 1, ILOpCode.Ldelema, ILOpCode.Call),
        ILOpCode.Ldsflda when IsData(code[at]) => MakesSpanOverData(at + 2),
        ILOpCode.Ldsfld or ILOpCode.Stsfld => !IsData(code[at]),
        _ => true,
    };

    /// <summary>Whether the instruction belongs to the one before it, so that none may go to it from elsewhere.</summary>
    public bool IsBound(int at) =>
        (at > 0 && (code[at - 1].IsPrefix || Is(at - 1, ILOpCode.Ldftn, ILOpCode.Ldvirtftn, ILOpCode.Ldtoken)))
        || MakesSpanOverData(at)
        || MakesSpanOverData(at + 1);

    private bool Is(int at, params ReadOnlySpan<ILOpCode> opcodes) =>
        at >= 0 && at < code.Count && opcodes.Contains(code[at].Opcode);

    private bool MakesDelegate(int at) => Is(at, ILOpCode.Newobj) && module.Tokens.Member(code[at].Token).IsDelegateConstructor;

    /// <summary>As a new value, or in a variable.</summary>
    private bool MakesSpanOverData(int at) => Is(at, ILOpCode.Newobj, ILOpCode.Call) && module.Tokens.Member(code[at].Token).Id == SpanOverData;

    /// <summary>The compiler reads constant bytes in place: their address, their number, and a span of both.</summary>
    private bool IsWithinData(int at) =>
        at >= 2
        && IsData(code[at - 2])
        && code[at - 2].Opcode == ILOpCode.Ldsflda
        && Constant(code[at - 1]) is { } count and >= 0
        && count <= module.DataSize((FieldDefinitionHandle)code[at - 2].Token)
        && code[at].Token is { Kind: HandleKind.MemberReference } token
        && ElementsOfOneByte.Any(element => ParentOf(token) == $"System.ReadOnlySpan{{{element}}}");

    private string ParentOf(EntityHandle token) =>
        module.Tokens.Type(module.Reader.GetMemberReference((MemberReferenceHandle)token).Parent).Id;

    private bool IsData(Instruction instruction) =>
        instruction is { Operand: Operand.Field, Token: { Kind: HandleKind.FieldDefinition } token }
        && module.Reader.GetFieldDefinition((FieldDefinitionHandle)token).Attributes.HasFlag(FieldAttributes.HasFieldRVA);

    private static int? Constant(Instruction instruction) => instruction.Opcode switch
    {
        >= ILOpCode.Ldc_i4_0 and <= ILOpCode.Ldc_i4_8 => instruction.Opcode - ILOpCode.Ldc_i4_0,
        ILOpCode.Ldc_i4_s => (sbyte)instruction.Value,
        ILOpCode.Ldc_i4 => instruction.Value,
        _ => null,
    };

    private bool TakesToken(int call, HandleKind? kind) => module.Tokens.Member(code[call].Token).Id switch
    {
        "M:System.Type.GetTypeFromHandle(System.RuntimeTypeHandle)" or Initialize =>
            kind is null or HandleKind.TypeDefinition or HandleKind.TypeReference or HandleKind.TypeSpecification,
        "M:System.Runtime.CompilerServices.RuntimeHelpers.InitializeArray(System.Array,System.RuntimeFieldHandle)"
            or "M:System.Runtime.CompilerServices.RuntimeHelpers.CreateSpan``1(System.RuntimeFieldHandle)" =>
            kind is null or HandleKind.FieldDefinition,
        _ => false,
    };
}
