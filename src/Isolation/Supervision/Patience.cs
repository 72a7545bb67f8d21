using System.Diagnostics;
using PolicyGate.Isolation.Protocol;

namespace PolicyGate.Isolation.Supervision;

/// <summary>
/// How long a worker has been at the same thing. On a machine that has little time for it, it is waited for longer: what
/// counts is the time that it had.
/// </summary>
internal sealed class Patience(Process process)
{
    /// <summary>After so many deadlines it is over, whatever the machine does.</summary>
    private const int LongestWait = 4;

    /// <summary>The share of a deadline for which it must have had a processor: less says more of the machine than of it.</summary>
    private const double NearlyAll = 0.9;

    private readonly Stopwatch unchanged = Stopwatch.StartNew();
    private long number = -1;
    private TimeSpan used;

    public bool IsOver(Announcement latest, TimeSpan deadline)
    {
        if (latest.Number != number)
        {
            number = latest.Number;
            used = Used;
            unchanged.Restart();
        }

        return unchanged.Elapsed > deadline && (Used - used > deadline * NearlyAll || unchanged.Elapsed > deadline * LongestWait);
    }

    private TimeSpan Used
    {
        get
        {
            process.Refresh();
            return process.HasExited ? TimeSpan.MaxValue : process.TotalProcessorTime;
        }
    }
}
