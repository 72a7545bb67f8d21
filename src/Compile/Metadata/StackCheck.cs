using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace PolicyGate.Compile.Metadata;

/// <summary>
/// Follows the evaluation stack through a method, to show that what is used as an address has been one from the start:
/// no number becomes an address, and no address a number. Objects and values are not told apart.
/// </summary>
internal sealed class StackCheck(EmittedModule module, Frame frame, ImmutableArray<StackKind> locals)
{
    private readonly Dictionary<int, StackKind[]> atTargets = [];
    private readonly List<StackKind> stack = [];
    private bool isSound = true;

    /// <summary>What is wrong with the stack, or null.</summary>
    public string? Problem(List<Instruction> code, MethodBodyBlock body)
    {
        foreach (ExceptionRegion region in body.ExceptionRegions)
        {
            bool isGivenException = region.Kind is ExceptionRegionKind.Catch or ExceptionRegionKind.Filter;
            atTargets[region.HandlerOffset] = isGivenException ? [StackKind.Other] : [];
            if (region.Kind == ExceptionRegionKind.Filter)
            {
                atTargets[region.FilterOffset] = [StackKind.Other];
            }
        }

        bool isReached = true;
        for (int at = 0; at < code.Count && isSound; at++)
        {
            Enter(code[at].Offset, isReached);
            Apply(code[at], isConstrained: at > 0 && code[at - 1].Opcode == ILOpCode.Constrained);
            Branch(code[at]);
            isReached = !code[at].EndsFlow;
        }

        return isSound ? null : "an address is used as a number, or what is no address as one";
    }

    /// <summary>
    /// After a jump the stack is what an earlier branch has left, or empty (ECMA-335 III.1.7.5).
    /// </summary>
    private void Enter(int offset, bool isReached)
    {
        if (isReached)
        {
            Join(offset);
        }

        if (atTargets.TryGetValue(offset, out StackKind[]? known) || !isReached)
        {
            stack.Clear();
            stack.AddRange(known ?? []);
        }

        if (known is null && !isReached)
        {
            atTargets[offset] = [];
        }
    }

    /// <summary>Brings the present stack together with what is known of the place; a number may be an enumeration there.</summary>
    private void Join(int offset)
    {
        if (!atTargets.TryGetValue(offset, out StackKind[]? known))
        {
            return;
        }

        isSound &= known.Length == stack.Count;
        for (int at = 0; isSound && at < known.Length; at++)
        {
            isSound &= (known[at] == StackKind.Address) == (stack[at] == StackKind.Address);
            known[at] = known[at] == stack[at] ? known[at] : StackKind.Other;
        }
    }

    private void Branch(Instruction instruction)
    {
        if (instruction.Opcode is ILOpCode.Leave or ILOpCode.Leave_s)
        {
            stack.Clear();
        }

        ReadOnlySpan<int> targets = instruction.Operand switch
        {
            Operand.Branch or Operand.ShortBranch => [instruction.Value],
            Operand.Switch => instruction.Targets.AsSpan(),
            _ => [],
        };
        foreach (int target in targets)
        {
            if (!atTargets.TryAdd(target, [.. stack]))
            {
                Join(target);
            }
        }
    }

    private void Apply(Instruction instruction, bool isConstrained)
    {
        if (StackEffects.Of(instruction.Opcode) is { } effect)
        {
            StackKind ofOperand = effect.Taken.Contains('t') || effect.Left == "t" ? KindOf(instruction) : StackKind.Other;
            for (int at = effect.Taken.Length - 1; at >= 0; at--)
            {
                Take(effect.Taken[at], ofOperand);
            }

            Leave(effect.Left, ofOperand);
        }
        else if (instruction.Operand == Operand.Method)
        {
            Call(module.Tokens.Member(instruction.Token), instruction.Opcode, isConstrained);
        }
        else
        {
            ApplyToVariables(instruction);
        }
    }

    private StackKind KindOf(Instruction instruction) => instruction.Operand == Operand.Field
        ? module.Tokens.Member(instruction.Token).Value
        : StackKinds.Of(module.Tokens.Type(instruction.Token));

    private void Leave(string left, StackKind ofOperand)
    {
        if (left != "")
        {
            stack.Add(left[0] switch { 'n' => StackKind.Number, 'a' => StackKind.Address, 't' => ofOperand, _ => StackKind.Other });
        }
    }

    private void Take(char wanted, StackKind ofOperand)
    {
        StackKind found = Take();
        isSound &= wanted switch
        {
            'x' => true,
            'a' => found == StackKind.Address,
            'p' => found != StackKind.Number,
            'o' => found == StackKind.Other,
            't' => (found == StackKind.Address) == (ofOperand == StackKind.Address),
            _ => found != StackKind.Address,
        };
    }

    private StackKind Take()
    {
        if (stack.Count == 0)
        {
            isSound = false;
            return StackKind.Other;
        }

        StackKind top = stack[^1];
        stack.RemoveAt(stack.Count - 1);
        return top;
    }

    private void Call(MemberFacts called, ILOpCode opcode, bool isConstrained)
    {
        Frame taken = called.Frame!;
        int first = taken.IsInstance ? 1 : 0;
        for (int at = taken.Arguments.Length - 1; at >= first; at--)
        {
            Take('t', taken.Arguments[at]);
        }

        if (opcode == ILOpCode.Newobj)
        {
            stack.Add(StackKind.Other);
            return;
        }

        if (taken.IsInstance)
        {
            Take(isConstrained ? 'a' : 'p', StackKind.Other);
        }

        if (taken.Result is { } result)
        {
            stack.Add(result);
        }
    }

    private void ApplyToVariables(Instruction instruction)
    {
        switch (instruction.Opcode)
        {
            case ILOpCode.Dup:
                StackKind top = Take();
                stack.AddRange([top, top]);
                break;
            case ILOpCode.Ret when frame.Result is { } result:
                Take('t', result);
                break;
            case ILOpCode.Ret:
                break;
            case ILOpCode.Ldarg or ILOpCode.Ldarg_s or (>= ILOpCode.Ldarg_0 and <= ILOpCode.Ldarg_3):
                stack.Add(Variable(frame.Arguments, instruction, ILOpCode.Ldarg_0));
                break;
            case ILOpCode.Ldloc or ILOpCode.Ldloc_s or (>= ILOpCode.Ldloc_0 and <= ILOpCode.Ldloc_3):
                stack.Add(Variable(locals, instruction, ILOpCode.Ldloc_0));
                break;
            case ILOpCode.Starg or ILOpCode.Starg_s:
                Take('t', Variable(frame.Arguments, instruction, ILOpCode.Starg));
                break;
            case ILOpCode.Stloc or ILOpCode.Stloc_s or (>= ILOpCode.Stloc_0 and <= ILOpCode.Stloc_3):
                Take('t', Variable(locals, instruction, ILOpCode.Stloc_0));
                break;
            default:
                isSound = false;
                break;
        }
    }

    /// <summary>The first four variables have opcodes of their own, without an operand.</summary>
    private StackKind Variable(ImmutableArray<StackKind> variables, Instruction instruction, ILOpCode first)
    {
        int number = instruction.Operand == Operand.None ? instruction.Opcode - first : instruction.Value;
        isSound &= number < variables.Length;
        return isSound ? variables[number] : StackKind.Other;
    }
}
