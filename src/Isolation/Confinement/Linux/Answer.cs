using System.Collections.Immutable;

namespace PolicyGate.Isolation.Confinement.Linux;

/// <summary>What a filter answers to one system call: instructions that end in a verdict on every way.</summary>
internal static class Answer
{
    public const int NotPermitted = 1;
    public const int NoAccess = 13;
    public const int NotATerminal = 25;
    public const int NoSuchCall = 38;

    private const uint WriteOnly = 0x1;
    private const uint ReadWrite = 0x2;
    private const uint Create = 0x40;
    private const uint Truncate = 0x200;
    private const uint NoFile = 0x20;
    private const uint Thread = 0x0001_0000;
    private const uint AnyNewNamespace = 0x7e02_0000;

    public static ImmutableArray<Instruction> Yes { get; } = [Instruction.Allow];

    public static ImmutableArray<Instruction> No { get; } = Error(NotPermitted);

    /// <summary>An argument is a process, and only this one may be meant.</summary>
    public static ImmutableArray<Instruction> OnlyThisProcess { get; } = WhenOneOf(0, (uint)Environment.ProcessId);

    /// <summary>Threads may be started, processes not.</summary>
    public static ImmutableArray<Instruction> OnlyThreads { get; } =
    [
        Instruction.LoadArgument(0),
        Instruction.SkipUnlessAnyBit(AnyNewNamespace, 1),
        Instruction.Fail(NotPermitted),
        Instruction.SkipUnlessAnyBit(Thread, 1),
        Instruction.Allow,
        Instruction.Fail(NotPermitted),
    ];

    /// <summary>Memory, not files.</summary>
    public static ImmutableArray<Instruction> OnlyMemory { get; } =
    [
        Instruction.LoadArgument(3),
        Instruction.SkipUnlessAnyBit(NoFile, 1),
        Instruction.Allow,
        Instruction.Fail(NoAccess),
    ];

    public static ImmutableArray<Instruction> Error(int error) => [Instruction.Fail(error)];

    /// <summary>Files may be opened for reading.</summary>
    /// <param name="index">Of the argument that has the flags.</param>
    public static ImmutableArray<Instruction> OnlyReading(int index) =>
    [
        Instruction.LoadArgument(index),
        Instruction.SkipUnlessAnyBit(WriteOnly | ReadWrite | Create | Truncate, 1),
        Instruction.Fail(NoAccess),
        Instruction.Allow,
    ];

    /// <summary>An argument is a pointer that must be null.</summary>
    public static ImmutableArray<Instruction> WhenNull(int index) =>
    [
        Instruction.LoadArgument(index),
        Instruction.SkipUnlessEqual(0, 3),
        Instruction.LoadUpperArgument(index),
        Instruction.SkipUnlessEqual(0, 1),
        Instruction.Allow,
        Instruction.Fail(NotPermitted),
    ];

    /// <summary>The lower half of an argument, which is all that the kernel looks at in these calls, is one of a few.</summary>
    public static ImmutableArray<Instruction> WhenOneOf(int index, params uint[] values) =>
    [
        Instruction.LoadArgument(index),
        .. values.Select((value, at) => Instruction.SkipIfEqual(value, values.Length - at)),
        Instruction.Fail(NotPermitted),
        Instruction.Allow,
    ];
}
