using System.Runtime.InteropServices;

namespace PolicyGate.Isolation.Confinement.Unix;

/// <summary>Functions that the C libraries of Linux and macOS have in common.</summary>
internal static partial class UnixCalls
{
    /// <summary>Ends a process, or all of a group when the number is negative.</summary>
    public const int KillSignal = 9;

    [LibraryImport("libc", EntryPoint = "setsid", SetLastError = true)]
    public static partial int StartSession();

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    public static partial int Signal(int process, int signal);

    /// <summary>Takes no third argument in the uses here, so that the ways of passing variable arguments do not matter.</summary>
    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    public static partial int ControlDescriptor(int descriptor, nuint request);

    [LibraryImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    private static partial int SetLimit(int resource, in Limit limit);

    /// <summary>Null when the limit holds, else why not.</summary>
    /// <param name="resource">The system's number.</param>
    /// <param name="soft">Where the system warns, in the unit of the resource.</param>
    /// <param name="hard">Where it refuses.</param>
    public static string? TryLimit(int resource, long soft, long hard) =>
        Reason("setrlimit", SetLimit(resource, new Limit((ulong)soft, (ulong)hard)));

    /// <summary>Null when a call gave no error, else its name and the system's words.</summary>
    public static string? Reason(string call, long result) =>
        result >= 0 ? null : $"{call}: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}";

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Limit(ulong Soft, ulong Hard);
}
