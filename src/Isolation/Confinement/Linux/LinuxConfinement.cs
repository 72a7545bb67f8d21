using PolicyGate.Isolation.Confinement.Unix;

namespace PolicyGate.Isolation.Confinement.Linux;

/// <summary>What Linux offers a process to confine itself.</summary>
internal static class LinuxConfinement
{
    private const int ProcessorSeconds = 0;
    private const int FileBytes = 1;
    private const int WrittenBytes = 2;
    private const int CoreBytes = 4;
    private const int AddressBytes = 9;
    private const string AddressesFile = "/proc/self/statm";

    public static ConfinementReport Enter(ConfinementLimits limits)
    {
        MeasureTally tally = new();
        tally.Take(Measure.OwnProcessGroup, () => UnixCalls.Reason("setsid", UnixCalls.StartSession()));
        tally.Take(Measure.NoNewPrivileges, () => Control(LinuxCalls.SetNoNewPrivileges, 1));
        tally.Take(Measure.NoCoreDump, () => UnixCalls.TryLimit(CoreBytes, 0, 0) ?? Control(LinuxCalls.SetDumpable, 0));
        tally.Take(Measure.FileSizeLimit, () => UnixCalls.TryLimit(FileBytes, 0, 0));

        // The first second over the limit is for the signal that says why; the next one ends what ignores it.
        tally.Take(Measure.ProcessorLimit, () =>
            UnixCalls.TryLimit(ProcessorSeconds, limits.ProcessorSeconds, limits.ProcessorSeconds + 1));
        tally.Take(Measure.MemoryLimit, () => TryLimitMemory(limits));

        // Last, since it refuses all of the above.
        tally.Take(
            [Measure.NoNetwork, Measure.NoNewProcesses, Measure.NoOtherProcesses, Measure.NoFileWrites],
            () => SystemCallFilter.TryInstall(call => call.Entered));
        return tally.Report;
    }

    public static ConfinementReport Seal()
    {
        MeasureTally tally = new();
        tally.Take(Measure.NoFileReads, () =>
            MapsCodeTwice() ? "DOTNET_EnableWriteXorExecute is not 0" : SystemCallFilter.TryInstall(call => call.Sealed));
        return tally.Report;
    }

    /// <summary>The runtime would die at the next method it compiles, for it maps a file for that.</summary>
    private static bool MapsCodeTwice() => Environment.GetEnvironmentVariable("DOTNET_EnableWriteXorExecute") != "0";

    /// <summary>
    /// The runtime reserves hundreds of gigabytes of addresses at its start and makes parts of them writable later. The
    /// limit of private writable memory therefore bounds what it uses; the limit of addresses bounds memory shared with
    /// nobody, which the other does not count, above what is reserved now.
    /// </summary>
    private static string? TryLimitMemory(ConfinementLimits limits)
    {
        if (!File.Exists(AddressesFile))
        {
            return $"{AddressesFile} is not there";
        }

        long addresses = AddressesNow() + limits.ProcessBytes;
        return UnixCalls.TryLimit(WrittenBytes, limits.ProcessBytes, limits.ProcessBytes)
            ?? UnixCalls.TryLimit(AddressBytes, addresses, addresses);
    }

    /// <summary>First field of https://man7.org/linux/man-pages/man5/proc_pid_statm.5.html, in pages.</summary>
    private static long AddressesNow()
    {
        string pages = File.ReadAllText(AddressesFile).Split(' ')[0];
        return long.Parse(pages, System.Globalization.CultureInfo.InvariantCulture) * Environment.SystemPageSize;
    }

    private static string? Control(int option, nuint value) =>
        UnixCalls.Reason("prctl", LinuxCalls.ControlProcess(option, value, 0, 0, 0));
}
