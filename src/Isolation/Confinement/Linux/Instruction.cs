namespace PolicyGate.Isolation.Confinement.Linux;

/// <summary>
/// One instruction of a filter of system calls, as the kernel reads it:
/// https://docs.kernel.org/userspace-api/seccomp_filter.html
/// </summary>
/// <remarks>A class, since generic code over structs of ours is compiled at each start.</remarks>
/// <param name="Code">What it does.</param>
/// <param name="WhenTrue">Instructions to skip when a comparison holds.</param>
/// <param name="WhenFalse">Instructions to skip when it does not.</param>
/// <param name="Operand">What it does it with.</param>
internal sealed record Instruction(ushort Code, byte WhenTrue, byte WhenFalse, uint Operand)
{
    private const ushort LoadWord = 0x20;
    private const ushort JumpEqual = 0x15;
    private const ushort JumpGreater = 0x25;
    private const ushort JumpAnyBit = 0x45;
    private const ushort Give = 0x06;

    private const uint AllowCall = 0x7fff_0000;
    private const uint FailCall = 0x0005_0000;
    private const uint KillProcess = 0x8000_0000;

    /// <summary>Its eight bytes: the fields in their order.</summary>
    public ulong Bytes => Code | ((ulong)WhenTrue << 16) | ((ulong)WhenFalse << 24) | ((ulong)Operand << 32);

    public static Instruction LoadNumber { get; } = new(LoadWord, 0, 0, 0);

    public static Instruction LoadArchitecture { get; } = new(LoadWord, 0, 0, 4);

    public static Instruction Allow { get; } = new(Give, 0, 0, AllowCall);

    public static Instruction Kill { get; } = new(Give, 0, 0, KillProcess);

    /// <summary>The lower half of an argument; both systems that are known have it first.</summary>
    public static Instruction LoadArgument(int index) => new(LoadWord, 0, 0, 16 + (8 * (uint)index));

    public static Instruction LoadUpperArgument(int index) => new(LoadWord, 0, 0, 20 + (8 * (uint)index));

    public static Instruction Fail(int error) => new(Give, 0, 0, FailCall | (uint)error);

    public static Instruction SkipUnlessEqual(uint value, int count) => new(JumpEqual, 0, checked((byte)count), value);

    public static Instruction SkipIfEqual(uint value, int count) => new(JumpEqual, checked((byte)count), 0, value);

    public static Instruction SkipUnlessGreater(uint value, int count) => new(JumpGreater, 0, checked((byte)count), value);

    public static Instruction SkipUnlessAnyBit(uint mask, int count) => new(JumpAnyBit, 0, checked((byte)count), mask);
}
