using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;
using PolicyGate.Metering;

namespace PolicyGate.Compile.Weaving;

/// <summary>Weaves one method: its entry and returns, its turns, its handlers, and what it allocates and calls.</summary>
internal sealed class MethodWeaver
{
    private readonly MethodDefinition method;
    private readonly MethodBody body;
    private readonly MeteringMembers metering;
    private readonly OperationWeaver operations;
    private readonly Turns turns;

    /// <summary>Where the method keeps its level; null when it calls nothing and cannot recur.</summary>
    private readonly VariableDefinition? level;

    private readonly bool isDelegated;

    /// <summary>How many calls it counts as.</summary>
    private readonly int frames;

    /// <param name="method">What is woven.</param>
    /// <param name="isDelegated">Whether the library may call it through a delegate.</param>
    /// <param name="metering">What woven code calls.</param>
    /// <param name="library">Members outside of the policies.</param>
    /// <param name="delegated">See <see cref="OperationWeaver"/>.</param>
    public MethodWeaver(
        MethodDefinition method, bool isDelegated, MeteringMembers metering, LibraryCalls library, Func<Instruction, MethodReference> delegated)
    {
        this.isDelegated = isDelegated;
        (this.method, body, this.metering) = (method, method.Body, metering);
        body.SimplifyMacros();
        frames = Frames.CountOf(method);
        turns = new(body, library);
        level = turns.CanRecur ? new(method.Module.TypeSystem.Int32) : null;
        operations = new(metering, library, new Temporaries(body), delegated);
    }

    public void Weave()
    {
        Dictionary<Instruction, List<Instruction>> handlers = Handlers();
        Instruction[] written = [.. body.Instructions];
        List<Instruction> woven = [.. Entry()];
        for (int at = 0; at < written.Length;)
        {
            Instruction[] group = Group(written, at);
            Instruction first = group[0];
            List<Instruction> sequence = [.. handlers.GetValueOrDefault(first, []), .. Operation(group)];
            woven.AddRange(Copies.InPlaceOf(first, sequence));
            at += group.Length;
        }

        body.Instructions.Clear();
        foreach (Instruction instruction in woven)
        {
            body.Instructions.Add(instruction);
        }

        if (level is not null)
        {
            body.Variables.Add(level);
            body.InitLocals = true;
        }

        body.OptimizeMacros();
    }

    /// <summary>An instruction with the prefixes before it.</summary>
    private static Instruction[] Group(Instruction[] written, int at)
    {
        int end = at;
        while (written[end].OpCode.OpCodeType == OpCodeType.Prefix)
        {
            end++;
        }

        return written[at..(end + 1)];
    }

    private IEnumerable<Instruction> Operation(Instruction[] group)
    {
        Instruction instruction = group[^1];
        if (turns.Of(instruction) is { } fuel)
        {
            return [Number(fuel), Toll(nameof(Metering.Toll.Turn)), Copies.Of(instruction)];
        }

        if (instruction.OpCode == OpCodes.Ret)
        {
            return [.. Answer(), .. Leave(), Copies.Of(instruction)];
        }

        return operations.Weave(instruction, group[..^1]);
    }

    private Instruction[] Leave() =>
        level is null ? []
        : frames == 1 ? [Level(), Toll(nameof(Metering.Toll.Leave))]
        : [Level(), Number(frames), Toll(nameof(Metering.Toll.LeaveLarge))];

    /// <summary>
    /// What a function gives to the library is hashed, compared or printed there, as the keys of groups are.
    /// </summary>
    private IEnumerable<Instruction> Answer()
    {
        if (!isDelegated)
        {
            return [];
        }

        ArgumentCharge answer = new(Charge.Measure, Shape.Value, method.ReturnType, method);
        Instruction[] measure = [.. answer.Measure(metering)];
        return measure.Length == 0 ? [] : [Instruction.Create(OpCodes.Dup), .. measure];
    }

    /// <summary>Before all that is written, so that a loop to the first instruction does not come by again.</summary>
    private Instruction[] Entry() =>
        level is null ? [Number(turns.Entry), Toll(nameof(Metering.Toll.Turn))]
        : frames == 1 ? [Number(turns.Entry), Toll(nameof(Metering.Toll.Enter)), Instruction.Create(OpCodes.Stloc, level)]
        : [Number(turns.Entry), Number(frames), Toll(nameof(Metering.Toll.EnterLarge)), Instruction.Create(OpCodes.Stloc, level)];

    /// <summary>What stands at the entries of handlers.</summary>
    private Dictionary<Instruction, List<Instruction>> Handlers()
    {
        Dictionary<Instruction, List<Instruction>> entries = [];
        foreach (ExceptionHandler handler in body.ExceptionHandlers)
        {
            switch (handler.HandlerType)
            {
                case ExceptionHandlerType.Catch:
                    entries.Add(handler.HandlerStart, FilterInsteadOfType(handler));
                    break;
                case ExceptionHandlerType.Filter:
                    entries.Add(handler.FilterStart, Filter(handler));
                    entries.Add(handler.HandlerStart, [Level(), Toll(nameof(Metering.Toll.Caught))]);
                    break;
                default:
                    RefuseEndless(handler);
                    entries.TryAdd(handler.HandlerStart, Skip(handler));
                    break;
            }
        }

        return entries;
    }

    /// <summary>
    /// Once the budget is spent a finally block is left at once: what it called would throw anew, on each level on top of the
    /// other.
    /// </summary>
    private List<Instruction> Skip(ExceptionHandler handler)
    {
        Instruction end = handler.HandlerEnd?.Previous ?? body.Instructions[^1];
        Instruction otherwise = end.OpCode == OpCodes.Endfinally ? Instruction.Create(OpCodes.Brtrue, end) : Instruction.Create(OpCodes.Pop);
        return [Level(), Toll(nameof(Metering.Toll.Resume)), otherwise];
    }

    /// <summary>The just-in-time compiler of .NET 10 crashes on methods that are left neither by a return nor by a throw.</summary>
    private static void RefuseEndless(ExceptionHandler handler)
    {
        for (Instruction at = handler.HandlerStart; at != handler.HandlerEnd; at = at.Next)
        {
            if (at.OpCode.FlowControl is FlowControl.Throw || at.OpCode == OpCodes.Endfinally)
            {
                return;
            }
        }

        throw new NotSupportedException("a `finally` block never ends; let it reach its end");
    }

    /// <summary>A handler of exceptions of a type becomes one with a filter, which asks for the type.</summary>
    private List<Instruction> FilterInsteadOfType(ExceptionHandler handler)
    {
        TypeReference type = handler.CatchType;
        Instruction entry = Instruction.Create(OpCodes.Unbox_Any, type);
        List<Instruction> woven =
        [
            Instruction.Create(OpCodes.Isinst, type), Toll(nameof(Metering.Toll.Sees)), Instruction.Create(OpCodes.Endfilter),
            entry, Level(), Toll(nameof(Metering.Toll.Caught)),
        ];
        (handler.HandlerType, handler.CatchType) = (ExceptionHandlerType.Filter, null);
        (handler.FilterStart, handler.HandlerStart) = (handler.HandlerStart, entry);
        return woven;
    }

    /// <summary>A filter that must not see the exception ends by not matching, as the compiler ends those of other types.</summary>
    private List<Instruction> Filter(ExceptionHandler handler)
    {
        Instruction asWritten = Instruction.Create(OpCodes.Nop);
        Instruction end = handler.HandlerStart.Previous;
        return
        [
            Instruction.Create(OpCodes.Dup), Toll(nameof(Metering.Toll.PassesFilter)),
            Instruction.Create(OpCodes.Brfalse, asWritten),
            Instruction.Create(OpCodes.Pop), Number(0), Instruction.Create(OpCodes.Br, end),
            asWritten,
        ];
    }

    private Instruction Level() => Instruction.Create(OpCodes.Ldloc, level);

    private Instruction Toll(string name) => metering.Call(typeof(Toll), name);

    private static Instruction Number(int number) => Instruction.Create(OpCodes.Ldc_I4, number);
}
