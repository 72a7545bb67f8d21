using PolicyGate.Isolation.Confinement.Linux;

namespace PolicyGate.Isolation.Confinement;

/// <summary>What the parent has in memory and in its environment, such as tokens.</summary>
public static class ParentMemory
{
    /// <summary>
    /// Keeps other processes of the same user from reading it below <c>/proc</c> and from tracing this process, and the
    /// system from writing it out after a crash. A second line behind what holds the worker: not for root, who may read
    /// all, and on Linux only.
    /// </summary>
    /// <returns>Whether the system has agreed.</returns>
    public static bool Hide() => OperatingSystem.IsLinux() && LinuxCalls.ControlProcess(LinuxCalls.SetDumpable, 0, 0, 0, 0) == 0;
}
