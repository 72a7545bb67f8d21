using Mono.Cecil;
using Mono.Cecil.Cil;
using PolicyGate.Metering;

namespace PolicyGate.Compile.Weaving;

/// <summary>
/// Pays for a library call: before it by its arguments, after it by its result. Arguments are already on the stack; those
/// above the lowest one that is looked at are put into variables for a moment.
/// </summary>
internal sealed class CallWeaver(MeteringMembers metering, Temporaries temporaries)
{
    /// <summary>The call with all that belongs to it.</summary>
    /// <param name="call">Calls or constructs something of the library.</param>
    /// <param name="prefixes">What stands before the call and belongs to it.</param>
    /// <param name="isStruct">Whether the member is one of a struct.</param>
    /// <param name="price">What it costs.</param>
    public List<Instruction> Weave(Instruction call, IReadOnlyList<Instruction> prefixes, bool isStruct, Price price)
    {
        MethodReference member = (MethodReference)call.Operand;
        TypeReference[] types = StackTypes(call, member, prefixes, isStruct);
        Instruction[] allocation = Allocation(call, price);
        if (MakesDelegate(call))
        {
            return [Copies.Of(call), .. allocation];
        }

        List<Instruction> woven = [.. allocation];

        if (price.Stores && member.DeclaringType is GenericInstanceType { GenericArguments: var elements })
        {
            woven.AddRange(elements.SelectMany(element => new[] { Instruction.Create(OpCodes.Sizeof, element), metering.Call(typeof(Toll), nameof(Toll.Store)) }));
        }

        ArgumentCharge[] arguments = [.. Arguments(price, types, call)];
        bool needsSources = NeedsSources(price);
        int first = Array.FindIndex(arguments, argument => argument.IsSomething(metering) || (needsSources && argument.IsSource));
        VariableDefinition?[] spilled = new VariableDefinition?[types.Length];
        if (first >= 0 && first == types.Length - 1 && !needsSources)
        {
            woven.AddRange(OnTop(arguments[first]));
        }
        else if (first >= 0)
        {
            spilled = Spill(types, first, woven);
            ChargeSpilled(arguments, first, spilled, woven);
        }

        woven.AddRange(prefixes.Select(Copies.Of));
        woven.Add(Copies.Of(call));
        woven.AddRange(Result(price, member, spilled));
        temporaries.Return(spilled);
        return woven;
    }

    private Instruction[] Allocation(Instruction call, Price price) =>
        price.Bytes > 0 && (call.OpCode != OpCodes.Call || !IsConstructor((MethodReference)call.Operand))
            ? [Instruction.Create(OpCodes.Ldc_I4, price.Bytes), metering.Call(typeof(Toll), nameof(Toll.Allocate))]
            : [];

    /// <summary>Nothing may come between the address of a method and the delegate that is made of it.</summary>
    public static bool MakesDelegate(Instruction call) =>
        call.Operand is MethodReference { Name: ".ctor", Parameters: [_, { ParameterType.MetadataType: MetadataType.IntPtr }] };

    private static bool IsConstructor(MethodReference member) => member.Name == ".ctor";

    /// <summary>What lies on the stack for the call, lowest first.</summary>
    private static TypeReference[] StackTypes(
        Instruction call, MethodReference member, IReadOnlyList<Instruction> prefixes, bool isStruct)
    {
        IEnumerable<TypeReference> parameters =
            member.Parameters.Select(parameter => TypeArguments.Close(parameter.ParameterType, member));
        if (!member.HasThis || call.OpCode == OpCodes.Newobj)
        {
            return [.. parameters];
        }

        Instruction? constraint = prefixes.FirstOrDefault(prefix => prefix.OpCode == OpCodes.Constrained);
        TypeReference receiver = constraint is not null ? new ByReferenceType((TypeReference)constraint.Operand)
            : isStruct ? new ByReferenceType(member.DeclaringType)
            : member.DeclaringType;
        return [receiver, .. parameters];
    }

    private static bool NeedsSources(Price price) =>
        price.Result is Shape.Sequence or Shape.OrderedSequence && price.Charges.Any(charge => charge is Charge.Defer or Charge.Peek or Charge.Reach);

    /// <summary>The price speaks of a receiver also where a constructor is given none.</summary>
    private static IEnumerable<ArgumentCharge> Arguments(Price price, TypeReference[] types, Instruction call)
    {
        MethodReference member = (MethodReference)call.Operand;
        int offset = price.Charges.Length - types.Length;
        bool isOfBase = call.OpCode == OpCodes.Call && member.HasThis && types[0] is not ByReferenceType;
        for (int at = 0; at < types.Length; at++)
        {
            bool isReceiver = at == 0 && member.HasThis && offset == 0;
            Shape shape = price.Shapes[at + offset];
            bool isHidden = isReceiver && shape == Shape.Any && isOfBase;
            bool isConstrained = isReceiver && types[0] is ByReferenceType && call.OpCode == OpCodes.Callvirt;
            yield return new(
                isHidden || (isConstrained && shape != Shape.Any) ? Charge.None : price.Charges[at + offset],
                isConstrained ? Shape.Value : shape,
                types[at],
                member,
                price.Buffers);
        }
    }

    private IEnumerable<Instruction> OnTop(ArgumentCharge argument) => argument.Replace(metering) is { Length: > 0 } replacement
        ? replacement
        : [Instruction.Create(OpCodes.Dup), .. argument.Measure(metering)];

    private VariableDefinition?[] Spill(TypeReference[] types, int first, List<Instruction> woven)
    {
        VariableDefinition?[] spilled = new VariableDefinition?[types.Length];
        for (int at = types.Length - 1; at >= first; at--)
        {
            VariableDefinition variable = temporaries.Take(types[at]);
            spilled[at] = variable;
            woven.Add(Instruction.Create(OpCodes.Stloc, variable));
        }

        return spilled;
    }

    private void ChargeSpilled(ArgumentCharge[] arguments, int first, VariableDefinition?[] spilled, List<Instruction> woven)
    {
        List<Instruction> loaded = [];
        for (int at = first; at < arguments.Length; at++)
        {
            loaded.Add(Instruction.Create(OpCodes.Ldloc, spilled[at]));
            Instruction[] replacement = arguments[at].Replace(metering);
            Instruction[] measure = replacement.Length == 0 ? [.. arguments[at].Measure(metering)] : [];
            loaded.AddRange(replacement);
            if (measure.Length > 0)
            {
                woven.Add(Instruction.Create(OpCodes.Ldloc, spilled[at]));
                woven.AddRange(measure);
            }
        }

        woven.AddRange(loaded);
    }

    private IEnumerable<Instruction> Result(Price price, MethodReference member, VariableDefinition?[] spilled)
    {
        TypeReference type = TypeArguments.Close(member.ReturnType, member);
        return price.Result switch
        {
            Shape.Text => After(nameof(Sizes.ResultText)),
            Shape.Array => After(nameof(Sizes.ResultArray), ((ArrayType)type).ElementType),
            Shape.Immutable => After(nameof(Sizes.ResultImmutable), ((GenericInstanceType)type).GenericArguments[0]),
            Shape.Elements or Shape.Collection or Shape.ElementsInterface or Shape.CollectionInterface =>
                After(nameof(Sizes.ResultCollection)),
            Shape.Sequence => Watched(nameof(Watch.Result), price, type, spilled),
            Shape.OrderedSequence => Watched(nameof(Watch.Ordered), price, type, spilled),
            Shape.UntypedSequence => [metering.Call(typeof(Watch), nameof(Watch.Untyped))],
            _ => [],
        };
    }

    private Instruction[] After(string name, params TypeReference[] typeArguments) =>
        [Instruction.Create(OpCodes.Dup), metering.Call(typeof(Sizes), name, typeArguments)];

    private IEnumerable<Instruction> Watched(string name, Price price, TypeReference type, VariableDefinition?[] spilled)
    {
        int offset = price.Charges.Length - spilled.Length;
        VariableDefinition?[] sources =
            [.. spilled.Where((variable, at) => variable is not null && price.Charges[at + offset] is (Charge.Defer or Charge.Peek or Charge.Reach))];
        yield return Source(sources.ElementAtOrDefault(0));
        yield return Source(sources.ElementAtOrDefault(1));
        yield return Instruction.Create(OpCodes.Ldc_I4, price.Manner);
        yield return metering.Call(typeof(Watch), name, ((GenericInstanceType)type).GenericArguments[0]);
    }

    private static Instruction Source(VariableDefinition? variable) =>
        variable is null ? Instruction.Create(OpCodes.Ldnull) : Instruction.Create(OpCodes.Ldloc, variable);
}
