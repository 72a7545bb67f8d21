using PolicyGate.Isolation.Confinement.Linux;
using PolicyGate.Isolation.Confinement.MacOS;
using PolicyGate.Isolation.Confinement.Windows;

namespace PolicyGate.Isolation.Confinement;

/// <summary>
/// The worker gives up what it does not need, in two steps that cannot be taken back. Neither throws: what the system
/// refuses is missing in the report.
/// </summary>
public static class WorkerConfinement
{
    /// <summary>
    /// The first step, to be taken before a byte of a stranger is read. Files can still be read, so that the compiler
    /// can be loaded; nothing can be written, started or connected to any more.
    /// </summary>
    /// <remarks>Expects the environment that <see cref="WorkerSurroundings"/> gives.</remarks>
    public static ConfinementReport Enter(ConfinementLimits limits)
    {
        if (OperatingSystem.IsLinux())
        {
            return LinuxConfinement.Enter(limits);
        }

        if (OperatingSystem.IsMacOS())
        {
            return MacConfinement.Enter(limits);
        }

        return OperatingSystem.IsWindows() ? WindowsConfinement.Enter() : Unknown(Measure.NoNetwork, Measure.NoNewProcesses);
    }

    /// <summary>
    /// The second step, to be taken before the first line of a policy runs: from here on no file can be opened, so all
    /// assemblies have to be loaded; see <see cref="Preload"/>.
    /// </summary>
    public static ConfinementReport Seal()
    {
        if (OperatingSystem.IsLinux())
        {
            return LinuxConfinement.Seal();
        }

        MeasureTally tally = new();
        tally.Miss("this system cannot take back the right to open files from a running process", Measure.NoFileReads);
        return tally.Report;
    }

    private static ConfinementReport Unknown(params ReadOnlySpan<Measure> measures)
    {
        MeasureTally tally = new();
        tally.Miss("this system is not known", measures);
        return tally.Report;
    }
}
