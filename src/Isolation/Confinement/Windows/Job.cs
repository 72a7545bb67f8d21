using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace PolicyGate.Isolation.Confinement.Windows;

/// <summary>Holds a process on Windows from outside, and ends it with all it has started when it is disposed of.</summary>
internal sealed class Job : IDisposable
{
    private const uint LimitProcessTime = 0x2;
    private const uint LimitProcesses = 0x8;
    private const uint LimitProcessMemory = 0x100;
    private const uint DieSilently = 0x400;
    private const uint KillOnClose = 0x2000;

    /// <summary>Handles, clipboard, system settings, display, atoms, desktops and leaving Windows.</summary>
    private const uint AllInterfaceLimits = 0xff;

    private readonly SafeFileHandle _job = JobCalls.Create(0, 0);

    /// <summary>Null when it holds, else why not.</summary>
    public string? TryHold(Process process, ConfinementLimits limits)
    {
        JobCalls.Limits all = new()
        {
            Flags = LimitProcessTime | LimitProcesses | LimitProcessMemory | DieSilently | KillOnClose,
            ProcessTime = TimeSpan.FromSeconds(limits.ProcessorSeconds).Ticks,
            Processes = 1,
            ProcessMemory = (nuint)limits.ProcessBytes,
        };
        bool held = !_job.IsInvalid
            && JobCalls.SetLimits(_job, JobCalls.ExtendedLimits, in all, Marshal.SizeOf<JobCalls.Limits>())
            && JobCalls.SetInterfaceLimits(_job, JobCalls.BasicInterfaceLimits, AllInterfaceLimits, sizeof(uint))
            && JobCalls.Assign(_job, process.SafeHandle);
        return held ? null : $"job object: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}";
    }

    /// <summary>Whether there was something to end.</summary>
    public bool TryKill() => !_job.IsInvalid && JobCalls.Terminate(_job, 1);

    public void Dispose() => _job.Dispose();
}
