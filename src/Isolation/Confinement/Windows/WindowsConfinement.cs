namespace PolicyGate.Isolation.Confinement.Windows;

/// <summary>What a process on Windows cannot do by itself; its parent puts it into a <see cref="Job"/>.</summary>
internal static class WindowsConfinement
{
    public static ConfinementReport Enter()
    {
        MeasureTally tally = new();
        tally.Miss(
            "Windows grants this only to processes started with a restricted token",
            Measure.NoNetwork,
            Measure.NoNewPrivileges,
            Measure.NoOtherProcesses,
            Measure.NoFileWrites);
        tally.Miss("Windows has no such limit", Measure.FileSizeLimit);
        tally.Miss("Windows Error Reporting is set for the whole machine", Measure.NoCoreDump);
        return tally.Report;
    }
}
