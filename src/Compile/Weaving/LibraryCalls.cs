using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace PolicyGate.Compile.Weaving;

/// <summary>Tells calls of the library from the policy's own.</summary>
internal sealed class LibraryCalls(ModuleDefinition module, MeteringMembers metering)
{
    private readonly Prices prices = new();

    /// <summary>Whether a member is outside of the policies. Members of arrays are the runtime's, and cost nothing extra.</summary>
    public bool Has(MethodReference member) =>
        member.DeclaringType is not ArrayType && member.DeclaringType.GetElementType().Scope != module;

    /// <summary>In eighths of a step.</summary>
    public int Weight(Instruction instruction) =>
        instruction.Operand is MethodReference member && instruction.OpCode.FlowControl == FlowControl.Call && Has(member)
            ? prices.Of(Definition(member))?.Weight ?? 1
            : 1;

    public static bool IsStruct(MethodReference member) => Definition(member).DeclaringType.IsValueType;

    public Price Price(MethodReference member) =>
        prices.Of(Definition(member)) ?? throw new NotSupportedException($"what `{member.FullName}` costs cannot be told beforehand");

    /// <inheritdoc cref="MeteringMembers.Replacement"/>
    public MethodReference? Replacement(MethodReference member, TypeReference[] implementers) =>
        metering.Replacement(DocCommentId.GetDocCommentId(Definition(member)), member, implementers);

    private static MethodDefinition Definition(MethodReference member) =>
        member.Resolve() ?? throw new NotSupportedException($"`{member.FullName}` is not part of what policies may use");
}
