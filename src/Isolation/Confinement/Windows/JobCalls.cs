using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace PolicyGate.Isolation.Confinement.Windows;

/// <summary>https://learn.microsoft.com/windows/win32/procthread/job-objects</summary>
internal static partial class JobCalls
{
    public const int BasicInterfaceLimits = 4;
    public const int ExtendedLimits = 9;

    [LibraryImport("kernel32", EntryPoint = "CreateJobObjectW", SetLastError = true)]
    public static partial SafeFileHandle Create(nint attributes, nint name);

    [LibraryImport("kernel32", EntryPoint = "SetInformationJobObject", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool SetLimits(SafeFileHandle job, int kind, in Limits limits, int length);

    [LibraryImport("kernel32", EntryPoint = "SetInformationJobObject", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool SetInterfaceLimits(SafeFileHandle job, int kind, in uint limits, int length);

    [LibraryImport("kernel32", EntryPoint = "AssignProcessToJobObject", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool Assign(SafeFileHandle job, SafeProcessHandle process);

    [LibraryImport("kernel32", EntryPoint = "TerminateJobObject", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool Terminate(SafeFileHandle job, uint exitCode);

    /// <summary><c>JOBOBJECT_EXTENDED_LIMIT_INFORMATION</c>, all of its fields in their order.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Limits
    {
        /// <summary>Of one process, in units of 100 ns.</summary>
        public long ProcessTime;
        public long JobTime;
        public uint Flags;
        public nuint SmallestWorkingSet;
        public nuint LargestWorkingSet;
        public uint Processes;
        public nuint Affinity;
        public uint Priority;
        public uint Scheduling;
        public ulong ReadOperations;
        public ulong WriteOperations;
        public ulong OtherOperations;
        public ulong ReadBytes;
        public ulong WrittenBytes;
        public ulong OtherBytes;
        public nuint ProcessMemory;
        public nuint JobMemory;
        public nuint PeakProcessMemory;
        public nuint PeakJobMemory;
    }
}
