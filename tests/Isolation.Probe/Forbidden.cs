using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace PolicyGate.Isolation.Probe;

/// <summary>What a worker must not be able to do. Each gives "done" when it was.</summary>
internal static class Forbidden
{
    private const int ReadMapping = 1;
    private const int PrivateMapping = 2;
    private const int SharedMemory = 0x21;

    /// <summary>Traces without halting, so that a test that fails does not hang.</summary>
    private const int Seize = 0x4206;

    /// <summary>Null when there is none of this name.</summary>
    public static Func<string>? Named(string name, string argument) => name switch
    {
        "connect" => () => Done(() => new TcpClient().Connect(IPAddress.Loopback, Number(argument))),
        "listen" => () => Done(() => new TcpListener(IPAddress.Loopback, 0).Start()),
        "send-datagram" => () => Done(() => new UdpClient().Send([1], 1, "127.0.0.1", Number(argument))),
        "connect-locally" => () => Done(() => Local().Connect(new UnixDomainSocketEndPoint(argument))),
        "socket-pair" => () => Attempt.Outcome(Calls.SocketPair(1, 1, 0, new int[2])),
        "create-file" => () => Done(() => File.WriteAllText(argument + ".new", "x")),
        "overwrite-file" => () => Done(() => File.WriteAllText(argument, "x")),
        "append-to-file" => () => Done(() => File.AppendAllText(argument, "x")),
        "open-for-writing" => () => Done(() => new FileStream(argument, FileMode.Open, FileAccess.ReadWrite).Dispose()),
        "delete-file" => () => Done(() => File.Delete(argument)),
        "rename-file" => () => Done(() => File.Move(argument, argument + ".new")),
        "copy-file" => () => Done(() => File.Copy(argument, argument + ".new")),
        "set-permissions" => () => Attempt.Outcome(Calls.SetPermissions(argument, 4)),
        "set-time" => () => Done(() => File.SetLastWriteTimeUtc(argument, DateTime.UnixEpoch)),
        "set-attribute" => () => Attempt.Outcome(Calls.SetAttribute(argument, "user.x", "x", 1, 0)),
        "create-folder" => () => Done(() => Directory.CreateDirectory(argument + ".new")),
        "create-symbolic-link" => () => Done(() => File.CreateSymbolicLink(argument + ".new", argument)),
        "create-link" => () => Attempt.Outcome(Calls.Link(argument, argument + ".new")),
        "read-file" => () => Done(() => File.ReadAllText(argument)),
        "read-environment-of-parent" => () => Done(() => File.ReadAllBytes($"/proc/{Calls.Parent()}/environ")),
        "list-folder" => () => Done(() => Directory.GetFileSystemEntries(Path.GetDirectoryName(argument)!)),
        "see-file" => () => File.Exists(argument) ? "done" : "refused",
        "map-file" => MappingOf(argument),
        "start-program" => () => Done(() => Process.Start("/bin/true").WaitForExit()),
        "become-program" => () => Attempt.Outcome(Calls.Execute("/bin/true", 0, 0)),
        "fork" => Fork,
        "fork-bomb" => ForkBomb,
        "signal-parent" => () => Attempt.Outcome(Calls.Signal(Calls.Parent(), 0)),
        "signal-everybody" => () => Attempt.Outcome(Calls.Signal(-1, 0)),
        "trace-parent" => () => Attempt.Outcome(Calls.Trace(Seize, Calls.Parent(), 0, 0)),
        "new-namespace" => () => Attempt.Outcome(Calls.Unshare(0x2000_0000)),
        "memory-file" => () => Attempt.Outcome(Calls.CreateMemoryFile("x", 0)),
        "raise-limit" => () => Attempt.Outcome(Calls.SetLimit(0, [3600, 3600])),
        "system-call" => () => Attempt.Outcome(Calls.SystemCall(Number(argument), 0, 0, 0, 0, 0)),
        "objects" => Objects,
        "memory" => () => Done(TouchMemory),
        "shared-memory" => () => Attempt.Outcome(Calls.Map(0, (nuint)4 << 30, 3, SharedMemory, -1, 0)),
        "processor" => Burn,
        _ => null,
    };

    private static int Number(string argument) => int.Parse(argument, CultureInfo.InvariantCulture);

    private static Socket Local() => new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    private static string Done(Action action)
    {
        action();
        return "done";
    }

    private static string Fork()
    {
        int child = Calls.Fork();
        if (child == 0)
        {
            Calls.Exit(0);
        }

        return Attempt.Outcome(child);
    }

    private static string ForkBomb()
    {
        int started = Enumerable.Range(0, 10_000).Count(_ => Fork() == "done");
        return started == 0 ? "refused" : "done";
    }

    /// <summary>The file is opened before the worker is sealed, as if it had been left open.</summary>
    private static Func<string> MappingOf(string path)
    {
        if (!File.Exists(path))
        {
            return () => "nothing to map";
        }

        SafeFileHandle file = File.OpenHandle(path);
        return () => Attempt.Outcome(Calls.Map(0, 4096, ReadMapping, PrivateMapping, (int)file.DangerousGetHandle(), 0));
    }

    private static string Objects()
    {
        List<byte[]> all = [];
        for (int megabytes = 0; megabytes < 2000; megabytes++)
        {
            all.Add(new byte[1 << 20]);
            all[^1].AsSpan().Fill(1);
        }

        return $"done {all.Count}";
    }

    private static unsafe void TouchMemory()
    {
        for (int megabytes = 0; megabytes < 2000; megabytes++)
        {
            NativeMemory.Fill(NativeMemory.Alloc(1 << 20), 1 << 20, 1);
        }
    }

    private static string Burn()
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (watch.Elapsed < TimeSpan.FromSeconds(30))
        {
        }

        return "done";
    }
}
