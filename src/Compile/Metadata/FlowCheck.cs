using System.Reflection.Metadata;

namespace PolicyGate.Compile.Metadata;

/// <summary>Checks where the code of a method can go on: to the beginning of an instruction, and never past its end.</summary>
internal sealed class FlowCheck(EmittedModule module, string? owner)
{
    private readonly HashSet<int> starts = [];

    /// <summary>What is wrong with the flow, or null.</summary>
    public string? Problem(List<Instruction> code, OrderCheck order, MethodBodyBlock body)
    {
        if (code.Count == 0 || !code[^1].EndsFlow)
        {
            return "a method goes on past its end";
        }

        CollectStarts(code, order);
        bool isInside = code.All(StaysInside) && body.ExceptionRegions.All(region => Fits(region, body.GetILReader().Length));
        return isInside ? null : "a method jumps to where no instruction begins";
    }

    /// <summary>What belongs to the instruction before it is no place to go to.</summary>
    private void CollectStarts(List<Instruction> code, OrderCheck order)
    {
        for (int at = 0; at < code.Count; at++)
        {
            if (!order.IsBound(at))
            {
                starts.Add(code[at].Offset);
            }
        }
    }

    private bool StaysInside(Instruction instruction) => instruction.Operand switch
    {
        Operand.Branch or Operand.ShortBranch => starts.Contains(instruction.Value),
        Operand.Switch => instruction.Targets.All(starts.Contains),
        _ => true,
    };

    private bool Fits(ExceptionRegion region, int length)
    {
        if (region.Kind == ExceptionRegionKind.Catch)
        {
            module.Use(owner, module.Tokens.Type(region.CatchType));
        }

        return Fits(region.TryOffset, region.TryLength, length)
            && Fits(region.HandlerOffset, region.HandlerLength, length)
            && (region.Kind != ExceptionRegionKind.Filter || starts.Contains(region.FilterOffset))
            && region.Kind is ExceptionRegionKind.Catch or ExceptionRegionKind.Filter or ExceptionRegionKind.Finally or ExceptionRegionKind.Fault;
    }

    private bool Fits(int offset, int size, int length) =>
        size > 0 && starts.Contains(offset) && (offset + (long)size == length || starts.Contains(offset + size));
}
