using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PolicyGate.Isolation.Tests.Confinement;

/// <summary>What a worker tries and must not get. Each of these works in a process that is not held.</summary>
public sealed class HeldTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("policygate-tests-");
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public HeldTests()
    {
        File.WriteAllText(Canary, "canary");
        _listener.Start();
    }

    private string Canary => Path.Combine(_folder.FullName, "canary");

    [LinuxTheory]
    [InlineData("connect")]
    [InlineData("send-datagram")]
    public void The_network_cannot_be_reached(string attempt)
    {
        string port = ((IPEndPoint)_listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        ProbeRun.Of("free", attempt, port).Result.ShouldBe("done");
        ShouldBeRefused("entered", attempt, port);
        ShouldBeRefused("sealed", attempt, port);
    }

    [LinuxFact]
    public void Local_sockets_cannot_be_reached()
    {
        string path = Path.Combine(_folder.FullName, "s");
        using Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        socket.Listen();
        ProbeRun.Of("free", "connect-locally", path).Result.ShouldBe("done");
        ShouldBeRefused("entered", "connect-locally", path);
    }

    [LinuxTheory]
    [InlineData("create-file")]
    [InlineData("overwrite-file")]
    [InlineData("append-to-file")]
    [InlineData("open-for-writing")]
    [InlineData("delete-file")]
    [InlineData("rename-file")]
    [InlineData("copy-file")]
    [InlineData("set-permissions")]
    [InlineData("set-time")]
    [InlineData("create-folder")]
    [InlineData("create-symbolic-link")]
    [InlineData("create-link")]
    public void Files_cannot_be_changed(string attempt)
    {
        string[] before = Entries();
        ShouldBeRefused("entered", attempt, Canary);
        Entries().ShouldBe(before);
        ProbeRun.Of("free", attempt, Canary).Result.ShouldBe("done");
    }

    [LinuxTheory]
    [InlineData("read-file")]
    [InlineData("list-folder")]
    [InlineData("see-file")]
    [InlineData("map-file")]
    [InlineData("read-environment-of-parent")]
    public void Files_cannot_be_read_once_sealed(string attempt)
    {
        ProbeRun.Of("entered", attempt, Canary).Result.ShouldBe("done");
        ShouldBeRefused("sealed", attempt, Canary);
    }

    [LinuxTheory]
    [InlineData("listen")]
    [InlineData("socket-pair")]
    [InlineData("start-program")]
    [InlineData("fork")]
    [InlineData("signal-parent")]
    [InlineData("memory-file")]
    public void What_others_could_be_reached_by_is_refused(string attempt)
    {
        ProbeRun.Of("free", attempt).Result.ShouldBe("done");
        ShouldBeRefused("entered", attempt);
    }

    /// <summary>Not tried without being held: it would disturb the machine, or depends on who runs the tests.</summary>
    [LinuxTheory]
    [InlineData("become-program")]
    [InlineData("fork-bomb")]
    [InlineData("signal-everybody")]
    [InlineData("trace-parent")]
    [InlineData("new-namespace")]
    [InlineData("set-attribute")]
    [InlineData("raise-limit")]
    public void What_would_disturb_the_machine_is_refused(string attempt) => ShouldBeRefused("entered", attempt, Canary);

    /// <summary>Numbers that both kinds of processor share.</summary>
    [LinuxTheory]
    [InlineData("424", "pidfd_send_signal")]
    [InlineData("425", "io_uring_setup")]
    [InlineData("428", "open_tree")]
    [InlineData("434", "pidfd_open")]
    [InlineData("437", "openat2")]
    [InlineData("438", "pidfd_getfd")]
    [InlineData("447", "memfd_secret")]
    [InlineData("9999", "one that does not exist")]
    public void Rare_system_calls_are_refused(string number, string name) =>
        ProbeRun.Of("sealed", "system-call", number).Result.ShouldNotBeNull(name).ShouldStartWith("refused");

    [LinuxFact]
    public void The_heap_has_a_limit_that_the_program_survives() =>
        ProbeRun.Of("sealed", "objects").Result.ShouldNotBeNull().ShouldStartWith("refused OutOfMemoryException");

    [LinuxFact]
    public void Memory_outside_of_the_heap_has_a_limit()
    {
        ProbeRun run = ProbeRun.Of("sealed", "memory");
        (run.ExitCode != 0 || run.Result?.StartsWith("refused", StringComparison.Ordinal) == true).ShouldBeTrue(run.Error);
        ShouldBeRefused("sealed", "shared-memory");
    }

    [LinuxFact]
    public void Processor_time_has_a_limit() =>
        ProbeRun.Of("sealed", "processor").ExitCode.ShouldBe(128 + 24, "the number of SIGXCPU");

    public void Dispose()
    {
        _listener.Dispose();
        _folder.Delete(recursive: true);
    }

    private static void ShouldBeRefused(string step, string attempt, string argument = "")
    {
        ProbeRun run = ProbeRun.Of(step, attempt, argument);
        run.Result.ShouldNotBeNull($"{run.ExitCode} {run.Error}").ShouldStartWith("refused");
    }

    private string[] Entries() =>
    [
        .. _folder.EnumerateFileSystemInfos()
            .Select(entry => $"{entry.Name} {entry.LastWriteTimeUtc:O} {File.ReadAllText(entry.FullName)}")
            .Order(StringComparer.Ordinal),
    ];
}
