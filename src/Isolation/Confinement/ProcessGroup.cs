using System.Diagnostics;
using PolicyGate.Isolation.Confinement.Unix;
using PolicyGate.Isolation.Confinement.Windows;

namespace PolicyGate.Isolation.Confinement;

/// <summary>A started worker and whatever it has started, held by the parent and ended together.</summary>
public sealed class ProcessGroup : IDisposable
{
    private readonly Process _process;
    private readonly Job? _job;

    private ProcessGroup(Process process, Job? job, ConfinementReport report)
    {
        _process = process;
        _job = job;
        Report = report;
    }

    /// <summary>What the parent could do from outside; on Linux and macOS the worker does it by itself.</summary>
    public ConfinementReport Report { get; }

    /// <summary>To be called right after the start, before the worker is sent anything. Does not throw.</summary>
    public static ProcessGroup Of(Process process, ConfinementLimits limits)
    {
        if (!OperatingSystem.IsWindows())
        {
            return new(process, null, ConfinementReport.Empty);
        }

        Job job = new();
        MeasureTally tally = new();
        tally.Take(
            [Measure.OwnProcessGroup, Measure.NoNewProcesses, Measure.ProcessorLimit, Measure.MemoryLimit],
            () => job.TryHold(process, limits));
        return new(process, job, tally.Report);
    }

    /// <summary>Ends all of them at once. They cannot prevent it. Nothing happens when they have ended.</summary>
    public void Kill()
    {
        if (_job?.TryKill() == true || (!OperatingSystem.IsWindows() && KillsUnixGroup()))
        {
            return;
        }

        KillTree();
    }

    /// <summary>Ends what still runs.</summary>
    public void Dispose()
    {
        Kill();
        _job?.Dispose();
    }

    /// <summary>False when the worker has not come so far as to lead a group.</summary>
    private bool KillsUnixGroup() => UnixCalls.Signal(-_process.Id, UnixCalls.KillSignal) == 0;

    private void KillTree()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }
    }
}
