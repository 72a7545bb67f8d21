using Mono.Cecil;
using Mono.Cecil.Cil;
using PolicyGate.Metering;

namespace PolicyGate.Compile.Weaving;

/// <summary>Calls of GetHashCode, which every type of the library has, become those of <see cref="Hashes"/>.</summary>
internal sealed class HashWeaver(MeteringMembers metering)
{
    /// <summary>What stands for a call of the library, or null when it asks for no hash code.</summary>
    public Instruction? Replacement(Instruction call, IReadOnlyList<Instruction> prefixes)
    {
        MethodReference member = (MethodReference)call.Operand;
        if (member is not { Name: nameof(GetHashCode), HasThis: true, Parameters.Count: 0 })
        {
            return null;
        }

        TypeReference? variable = prefixes.FirstOrDefault(prefix => prefix.OpCode == OpCodes.Constrained)?.Operand as TypeReference;
        return call.OpCode == OpCodes.Callvirt ? Virtual(variable) : Direct(member);
    }

    private Instruction Virtual(TypeReference? variable) =>
        variable is null ? Hash(nameof(Hashes.OfObject)) : Hash(nameof(Hashes.OfVariable), variable);

    /// <summary>On the address of a struct, or past the overrides of a class.</summary>
    private Instruction Direct(MethodReference member) =>
        LibraryCalls.IsStruct(member) ? Hash(nameof(Hashes.OfVariable), member.DeclaringType)
        : member.DeclaringType.FullName == typeof(ValueType).FullName ? Hash(nameof(Hashes.OfParts))
        : Hash(nameof(Hashes.OfIdentity));

    private Instruction Hash(string name, params TypeReference[] typeArguments) => metering.Call(typeof(Hashes), name, typeArguments);
}
