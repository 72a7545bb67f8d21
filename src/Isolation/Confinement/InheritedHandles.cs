using System.Globalization;
using System.Runtime.InteropServices;
using PolicyGate.Isolation.Confinement.Linux;
using PolicyGate.Isolation.Confinement.Unix;

namespace PolicyGate.Isolation.Confinement;

/// <summary>
/// What the parent has open and a started process would inherit. The runtime marks what it opens itself; what the
/// parent's own parent left open, such as a token on descriptor 3, is not marked.
/// </summary>
public static class InheritedHandles
{
    private const int FirstOther = 3;
    private const int MarkRange = 4;

    private static readonly (uint Mark, uint Unmark) Requests =
        OperatingSystem.IsMacOS() ? (0x2000_6601u, 0x2000_6602u) : (0x5451u, 0x5450u);

    /// <summary>
    /// Makes sure that programs started from here on inherit standard input, output and error, and these handles, and
    /// nothing else.
    /// </summary>
    /// <param name="kept">
    /// Ends of pipes for the process to be started. They are inherited by every start until they are closed, so starts
    /// happen one at a time, each closing its own ends before the next.
    /// </param>
    public static ConfinementReport CloseExcept(params IEnumerable<SafeHandle> kept)
    {
        MeasureTally tally = new();
        if (OperatingSystem.IsWindows())
        {
            tally.Miss("the runtime passes on every handle that is inheritable", Measure.NoInheritedHandles);
            return tally.Report;
        }

        tally.Take(Measure.NoInheritedHandles, () => TryMark(kept));
        return tally.Report;
    }

    private static string? TryMark(IEnumerable<SafeHandle> kept)
    {
        if (!MarksRange())
        {
            MarkEach();
        }

        return kept.Select(TryKeep).FirstOrDefault(reason => reason is not null);
    }

    /// <summary>False on macOS and on kernels before 5.11.</summary>
    private static bool MarksRange()
    {
        try
        {
            return OperatingSystem.IsLinux() && LinuxCalls.CloseRange(FirstOther, uint.MaxValue, MarkRange) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    /// <summary>The folder names the descriptor it is read by as well, which is closed by then.</summary>
    private static void MarkEach()
    {
        string folder = OperatingSystem.IsLinux() ? "/proc/self/fd" : "/dev/fd";
        foreach (string path in Directory.GetFileSystemEntries(folder))
        {
            if (int.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out int descriptor) && descriptor >= FirstOther)
            {
                _ = UnixCalls.ControlDescriptor(descriptor, Requests.Mark);
            }
        }
    }

    private static string? TryKeep(SafeHandle handle)
    {
        bool taken = false;
        try
        {
            handle.DangerousAddRef(ref taken);
            return UnixCalls.Reason("ioctl", UnixCalls.ControlDescriptor((int)handle.DangerousGetHandle(), Requests.Unmark));
        }
        finally
        {
            if (taken)
            {
                handle.DangerousRelease();
            }
        }
    }
}
