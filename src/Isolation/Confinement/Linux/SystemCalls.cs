using System.Collections.Immutable;
using static PolicyGate.Isolation.Confinement.Linux.Answer;

namespace PolicyGate.Isolation.Confinement.Linux;

/// <summary>
/// The system calls that a runtime needs to compile and to judge. All others are refused: sockets, programs, files
/// that change, other processes, and whatever a kernel may add.
/// </summary>
/// <remarks>
/// Numbers from <c>asm/unistd_64.h</c> (x64) and <c>asm-generic/unistd.h</c> (arm64). In comments: what asks for it.
/// </remarks>
internal static class SystemCalls
{
    /// <summary>Calls with higher numbers are newer than this table; programs are ready for a kernel without them.</summary>
    public const int Newest = 462;

    private const uint GetDescriptorFlags = 1;
    private const uint SetDescriptorFlags = 2;
    private const uint GetStatusFlags = 3;
    private const uint SetStatusFlags = 4;
    private const uint DuplicateClosing = 1030;
    private const uint OrdinaryScheduling = 0;
    private const uint ThisThread = 0;
    private const uint SetThreadName = 15;
    private const uint GetThreadName = 16;
    private const uint SetMemoryName = 0x5356_4d41;
    private const uint SetFilter = 1;

    public static IEnumerable<SystemCall> All => [.. Descriptors, .. Files, .. Memory, .. Threads, .. Signals, .. Facts];

    private static ImmutableArray<SystemCall> Descriptors =>
    [
        Always(0, 63), // read
        Always(1, 64), // write: nothing but pipes is open for it
        Always(19, 65), // readv
        Always(20, 66), // writev
        Always(17, 67), // pread64
        Always(18, 68), // pwrite64
        Always(3, 57), // close
        Always(5, 80), // fstat
        Always(8, 62), // lseek
        Always(32, 23), // dup
        Always(72, 25, WhenOneOf(
            1, GetDescriptorFlags, SetDescriptorFlags, GetStatusFlags, SetStatusFlags, DuplicateClosing)), // fcntl
        Always(7, -1), // poll
        Always(271, 73), // ppoll
        Always(23, -1), // select
        Always(270, 72), // pselect6
        Always(291, 20), // epoll_create1
        Always(233, 21), // epoll_ctl
        Always(232, -1), // epoll_wait
        Always(281, 22), // epoll_pwait
        Always(293, 59), // pipe2: the runtime tells its signal thread by one
        Always(290, 19), // eventfd2
        Always(16, 29, Error(NotATerminal)), // ioctl: asked whether output is a terminal
    ];

    private static ImmutableArray<SystemCall> Files =>
    [
        BeforeSeal(2, -1, OnlyReading(1)), // open
        BeforeSeal(257, 56, OnlyReading(2)), // openat
        BeforeSeal(262, 79), // newfstatat
        BeforeSeal(332, 291), // statx
        BeforeSeal(4, -1), // stat
        BeforeSeal(6, -1), // lstat
        BeforeSeal(21, -1), // access
        BeforeSeal(269, 48), // faccessat
        BeforeSeal(439, 439), // faccessat2
        BeforeSeal(89, -1), // readlink
        BeforeSeal(267, 78), // readlinkat
        BeforeSeal(217, 61), // getdents64
        BeforeSeal(137, 43), // statfs
        BeforeSeal(138, 44), // fstatfs
        BeforeSeal(221, 223), // fadvise64
        Always(79, 17), // getcwd
    ];

    private static ImmutableArray<SystemCall> Memory =>
    [
        new(9, 222, Yes, OnlyMemory), // mmap
        Always(10, 226), // mprotect: the compiler of the runtime makes code
        Always(11, 215), // munmap
        Always(28, 233), // madvise
        Always(25, 216), // mremap
        Always(12, 214), // brk
        Always(26, 227), // msync: of files that were mapped at the start
        Always(27, 232), // mincore
        Always(239, 236), // get_mempolicy
        Always(324, 283), // membarrier: the collector stops threads by it
    ];

    private static ImmutableArray<SystemCall> Threads =>
    [
        Always(56, 220, OnlyThreads), // clone
        Always(435, 435, Error(NoSuchCall)), // clone3: its flags lie in memory; libraries fall back to clone
        Always(273, 99), // set_robust_list
        Always(274, 100), // get_robust_list
        Always(334, 293), // rseq
        Always(202, 98), // futex
        Always(449, 449), // futex_waitv
        Always(24, 124), // sched_yield
        Always(204, 123), // sched_getaffinity
        Always(203, 122, WhenOneOf(0, ThisThread)), // sched_setaffinity: each thread that starts sets it
        Always(144, 119, WhenOneOf(1, OrdinaryScheduling)), // sched_setscheduler: and its priority
        Always(143, 121), // sched_getparam
        Always(145, 120), // sched_getscheduler
        Always(146, 125), // sched_get_priority_max
        Always(147, 126), // sched_get_priority_min
        Always(157, 167, WhenOneOf(0, SetThreadName, GetThreadName, SetMemoryName)), // prctl
        Always(158, -1), // arch_prctl
        Always(60, 93), // exit
        Always(231, 94), // exit_group
        BeforeSeal(317, 277, WhenOneOf(0, SetFilter)), // seccomp: for the second step
    ];

    private static ImmutableArray<SystemCall> Signals =>
    [
        Always(13, 134), // rt_sigaction
        Always(14, 135), // rt_sigprocmask
        Always(15, 139), // rt_sigreturn
        Always(127, 136), // rt_sigpending
        Always(128, 137), // rt_sigtimedwait
        Always(130, 133), // rt_sigsuspend
        Always(131, 132), // sigaltstack
        Always(219, 128), // restart_syscall
        Always(62, 129, OnlyThisProcess), // kill: a crash ends in it
        Always(234, 131, OnlyThisProcess), // tgkill: so does the halting of threads for a collection
        Always(297, 240, OnlyThisProcess), // rt_tgsigqueueinfo
    ];

    private static ImmutableArray<SystemCall> Facts =>
    [
        Always(39, 172), // getpid
        Always(186, 178), // gettid
        Always(110, 173), // getppid
        Always(102, 174), // getuid
        Always(107, 175), // geteuid
        Always(104, 176), // getgid
        Always(108, 177), // getegid
        Always(63, 160), // uname
        Always(99, 179), // sysinfo
        Always(97, 163), // getrlimit
        Always(302, 261, WhenNull(2)), // prlimit64: reads limits, does not set them
        Always(98, 165), // getrusage
        Always(100, 153), // times
        Always(309, 168), // getcpu
        Always(228, 113), // clock_gettime
        Always(229, 114), // clock_getres
        Always(230, 115), // clock_nanosleep
        Always(35, 101), // nanosleep
        Always(96, 169), // gettimeofday
        Always(201, -1), // time
        Always(318, 278), // getrandom
    ];

    private static SystemCall Always(int x64, int arm64) => new(x64, arm64, Yes, Yes);

    private static SystemCall Always(int x64, int arm64, ImmutableArray<Instruction> answer) => new(x64, arm64, answer, answer);

    private static SystemCall BeforeSeal(int x64, int arm64) => BeforeSeal(x64, arm64, Yes);

    private static SystemCall BeforeSeal(int x64, int arm64, ImmutableArray<Instruction> answer) =>
        new(x64, arm64, answer, Error(NoAccess));
}
