using System.Runtime.InteropServices;

namespace PolicyGate.Isolation.Confinement.Linux;

/// <summary>Functions of the C libraries of Linux.</summary>
internal static partial class LinuxCalls
{
    public const int SetDumpable = 4;
    public const int SetNoNewPrivileges = 38;

    /// <summary>https://man7.org/linux/man-pages/man2/prctl.2.html</summary>
    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    public static partial int ControlProcess(int option, nuint first, nuint second, nuint third, nuint fourth);

    /// <summary>https://man7.org/linux/man-pages/man2/close_range.2.html</summary>
    [LibraryImport("libc", EntryPoint = "close_range", SetLastError = true)]
    public static partial int CloseRange(uint first, uint last, int flags);

    /// <summary>https://man7.org/linux/man-pages/man2/seccomp.2.html; the C library has no function of its own for it.</summary>
    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    public static partial nint Seccomp(nint number, nint operation, nint flags, in FilterHeader filter);

    /// <summary>A filter as the kernel takes it.</summary>
    /// <param name="Length">In instructions.</param>
    /// <param name="Instructions">Where the first one lies.</param>
    [StructLayout(LayoutKind.Sequential)]
    public readonly record struct FilterHeader(ushort Length, nint Instructions);
}
