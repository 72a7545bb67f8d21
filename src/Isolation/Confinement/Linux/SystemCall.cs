using System.Collections.Immutable;

namespace PolicyGate.Isolation.Confinement.Linux;

/// <summary>A system call and what the worker gets when it makes it.</summary>
/// <param name="X64">Its number there, or negative when there is none.</param>
/// <param name="Arm64">Its number there, or negative when there is none.</param>
/// <param name="Entered">The answer after the first step.</param>
/// <param name="Sealed">The answer after the second; no more than the first, since the kernel takes the stricter one.</param>
internal sealed record SystemCall(
    int X64, int Arm64, ImmutableArray<Instruction> Entered, ImmutableArray<Instruction> Sealed);
