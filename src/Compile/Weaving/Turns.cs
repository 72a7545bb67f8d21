using Mono.Cecil;
using Mono.Cecil.Cil;

namespace PolicyGate.Compile.Weaving;

/// <summary>What entering a method and turning back in it cost: as many steps as there are instructions to pass.</summary>
internal sealed class Turns
{
    /// <summary>Weights are in eighths of a step.</summary>
    private const int Step = 8;

    private readonly Dictionary<Instruction, int> back = [];

    public Turns(MethodBody body, LibraryCalls library)
    {
        Dictionary<Instruction, int> places = new(body.Instructions.Count);
        int[] weights = new int[body.Instructions.Count + 1];
        foreach (Instruction instruction in body.Instructions)
        {
            int place = places.Count;
            places.Add(instruction, place);
            weights[place + 1] = weights[place] + library.Weight(instruction);
            CanRecur |= Calls(instruction);
        }

        CanRecur |= body.HasExceptionHandlers;
        Entry = 1 + (weights[^1] / (2 * Step));
        foreach ((Instruction instruction, int place) in places)
        {
            int earliest = Targets(instruction).Select(target => places[target]).DefaultIfEmpty(int.MaxValue).Min();
            if (earliest <= place)
            {
                back.Add(instruction, 1 + ((weights[place + 1] - weights[earliest]) / Step));
            }
        }
    }

    /// <summary>False for those that do no more than hand out what they hold.</summary>
    public bool CanRecur { get; }

    public int Entry { get; }

    /// <summary>Null for instructions that do not turn back.</summary>
    public int? Of(Instruction instruction) => back.TryGetValue(instruction, out int fuel) ? fuel : null;

    private static bool Calls(Instruction instruction) =>
        instruction.OpCode.FlowControl == FlowControl.Call
        && instruction.Operand is MethodReference member
        && (member.DeclaringType.FullName != "System.Object" || member.Name != ".ctor");

    private static IEnumerable<Instruction> Targets(Instruction instruction) => instruction.Operand switch
    {
        Instruction target => [target],
        Instruction[] targets => targets,
        _ => [],
    };
}
