using System.Runtime.InteropServices;
using PolicyGate.Isolation.Confinement.Unix;

namespace PolicyGate.Isolation.Confinement.MacOS;

/// <summary>What macOS offers a process to confine itself.</summary>
internal static class MacConfinement
{
    private const int ProcessorSeconds = 0;
    private const int FileBytes = 1;
    private const int CoreBytes = 4;

    private const string Profile =
        """
        (version 1)
        (allow default)
        (deny network*)
        (deny file-write*)
        (deny process-fork)
        (deny process-exec)
        """;

    public static ConfinementReport Enter(ConfinementLimits limits)
    {
        MeasureTally tally = new();
        tally.Take(Measure.OwnProcessGroup, () => UnixCalls.Reason("setsid", UnixCalls.StartSession()));
        tally.Take(Measure.NoCoreDump, () => UnixCalls.TryLimit(CoreBytes, 0, 0));
        tally.Take(Measure.FileSizeLimit, () => UnixCalls.TryLimit(FileBytes, 0, 0));
        tally.Take(Measure.ProcessorLimit, () =>
            UnixCalls.TryLimit(ProcessorSeconds, limits.ProcessorSeconds, limits.ProcessorSeconds + 1));
        tally.Take([Measure.NoNetwork, Measure.NoFileWrites, Measure.NoNewProcesses], EnterSandbox);
        tally.Miss("macOS has no such setting", Measure.NoNewPrivileges);
        tally.Miss("macOS bounds the heap of the runtime only", Measure.MemoryLimit);
        tally.Miss("macOS lets a process signal others of the same user", Measure.NoOtherProcesses);
        return tally.Report;
    }

    /// <summary>The text of an error is not freed: there is one at most, and the process is short-lived.</summary>
    private static string? EnterSandbox() =>
        MacCalls.EnterSandbox(Profile, 0, out nint error) == 0
            ? null
            : $"sandbox_init: {Marshal.PtrToStringUTF8(error) ?? "refused"}";
}
