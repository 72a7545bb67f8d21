using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace PolicyGate.Isolation.Confinement.Linux;

/// <summary>Which system calls the kernel still answers to this process.</summary>
internal static class SystemCallFilter
{
    private const int SetFilter = 1;
    private const int AllThreads = 1;

    /// <summary>Numbers of the x32 variant of x64 calls, which would slip through a comparison with x64 numbers.</summary>
    private const uint OtherVariant = 0x4000_0000;

    private static readonly Kind? Current = RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => new(0xc000_003e, 317, call => call.X64),
        Architecture.Arm64 => new(0xc000_00b7, 277, call => call.Arm64),
        _ => null,
    };

    /// <summary>Lays a filter on all threads, running and to come. Filters cannot be lifted, only joined by stricter ones.</summary>
    /// <param name="answer">Chooses the answer for the step.</param>
    /// <returns>Null when it holds, else why not.</returns>
    public static unsafe string? TryInstall(Func<SystemCall, ImmutableArray<Instruction>> answer)
    {
        if (Current is null)
        {
            return $"system calls of {RuntimeInformation.ProcessArchitecture} processors are not known";
        }

        ulong[] program = [.. Program(Current, answer).Select(instruction => instruction.Bytes)];
        fixed (ulong* first = program)
        {
            LinuxCalls.FilterHeader header = new(checked((ushort)program.Length), (nint)first);
            nint result = LinuxCalls.Seccomp(Current.Seccomp, SetFilter, AllThreads, in header);
            return result > 0 ? $"seccomp: thread {result} could not be held" : Unix.UnixCalls.Reason("seccomp", result);
        }
    }

    private static IEnumerable<Instruction> Program(Kind kind, Func<SystemCall, ImmutableArray<Instruction>> answer) =>
    [
        Instruction.LoadArchitecture,
        Instruction.SkipIfEqual(kind.Name, 1),
        Instruction.Kill,
        Instruction.LoadNumber,
        Instruction.SkipUnlessGreater(OtherVariant - 1, 1),
        Instruction.Kill,
        .. SystemCalls.All.Where(call => kind.Number(call) >= 0).SelectMany(call => Case(kind.Number(call), answer(call))),
        Instruction.SkipUnlessGreater(SystemCalls.Newest, 1),
        Instruction.Fail(Answer.NoSuchCall),
        Instruction.Fail(Answer.NotPermitted),
    ];

    private static IEnumerable<Instruction> Case(int number, ImmutableArray<Instruction> answer) =>
        [Instruction.SkipUnlessEqual((uint)number, answer.Length), .. answer];

    /// <summary>A kind of processor.</summary>
    /// <param name="Name">The kernel's number for it: https://github.com/torvalds/linux/blob/master/include/uapi/linux/audit.h</param>
    /// <param name="Seccomp">The number of that call.</param>
    /// <param name="Number">The number of any call.</param>
    private sealed record Kind(uint Name, int Seccomp, Func<SystemCall, int> Number);
}
