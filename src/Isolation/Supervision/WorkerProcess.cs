using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using PolicyGate.Isolation.Confinement;
using PolicyGate.Isolation.Protocol;
using PolicyGate.Model.Assessments;

namespace PolicyGate.Isolation.Supervision;

/// <summary>One worker: started with nothing, spoken to over two pipes of its own, killed when it takes too long.</summary>
internal sealed class WorkerProcess : IDisposable
{
    /// <summary>Handles that are inherited must not reach another process that starts at the same time.</summary>
    private static readonly Lock Starting = new();

    /// <summary>128 and SIGXCPU, as the runtime tells of a signal: https://man7.org/linux/man-pages/man7/signal.7.html.</summary>
    private const int ProcessorTimeSpent = 128 + 24;

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    private readonly WorkerSurroundings surroundings = WorkerSurroundings.Create();
    private readonly FrameQueue received = new();
    private readonly AnonymousPipeServerStream toWorker = new(PipeDirection.Out, HandleInheritability.Inheritable);
    private readonly AnonymousPipeServerStream fromWorker = new(PipeDirection.In, HandleInheritability.Inheritable);
    private readonly string journalFile = Path.Combine(Path.GetTempPath(), $"policygate-{Path.GetRandomFileName()}.journal");
    private readonly Journal journal;
    private readonly Process process;
    private readonly ProcessGroup group;
    private readonly ErrorTail errors;
    private readonly ErrorTail output;
    private readonly Thread reader;
    private readonly FrameStream frames;

    /// <summary>Since it was last asked something: it may have waited long for that, while clusters were read.</summary>
    private readonly Stopwatch asked = Stopwatch.StartNew();

    private readonly WorkerLimits limits;
    private string? broken;

    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be started.</exception>
    public WorkerProcess(WorkerLimits limits)
    {
        this.limits = limits;
        ParentMemory.Hide();
        ConfinementReport handles;
        lock (Starting)
        {
            handles = InheritedHandles.CloseExcept(toWorker.ClientSafePipeHandle, fromWorker.ClientSafePipeHandle);
            process = Process.Start(StartInfo())!;
            toWorker.DisposeLocalCopyOfClientHandle();
            fromWorker.DisposeLocalCopyOfClientHandle();
        }

        process.StandardInput.Close();
        group = ProcessGroup.Of(process, limits.Confinement);
        Surroundings = WorkerSurroundings.Report.And(handles).And(group.Report);
        journal = Journal.Create(journalFile);
        errors = new(process.StandardError.BaseStream);
        output = new(process.StandardOutput.BaseStream);
        byte[] secret = FrameStream.NewSecret();
        FileStream sending = Pipes.Open(toWorker.SafePipeHandle, FileAccess.Write);
        sending.Write(secret);
        frames = new(sending, secret);
        FileStream receiving = Pipes.Open(fromWorker.SafePipeHandle, FileAccess.Read);
        reader = new(() => ReadAll(new(receiving, secret))) { IsBackground = true, Name = "worker messages" };
        reader.Start();
    }

    /// <summary>What was done from outside to confine it.</summary>
    public ConfinementReport Surroundings { get; }

    /// <exception cref="WorkerDiedException">There is nobody to send it to.</exception>
    public void Send(Message message, ReadOnlyMemory<byte> payload)
    {
        asked.Restart();
        try
        {
            frames.Write(message, payload);
        }
        catch (IOException)
        {
            throw Ended();
        }
    }

    /// <summary>The next message.</summary>
    /// <param name="policies">How many policies it is at.</param>
    /// <exception cref="WorkerDiedException">It ended, took too long, or does not keep to the protocol.</exception>
    public Frame Receive(int policies)
    {
        Patience patience = new(process);
        Frame? message;
        while ((message = received.Take(Glance)) is null)
        {
            if (received.IsEmptyForGood)
            {
                throw Ended();
            }

            Announcement latest = journal.Read();
            TimeSpan deadline = limits.Deadlines.Of(latest.Step, latest.Policy < 0 ? policies : 1);
            if (patience.IsOver(latest, deadline))
            {
                throw TooLate(latest, deadline);
            }

            if (asked.Elapsed > limits.Deadlines.Run)
            {
                throw TooLate(latest, limits.Deadlines.Run);
            }
        }

        return message;
    }

    /// <summary>What it said cannot be.</summary>
    public WorkerDiedException Disbelieved(string reason) =>
        new(new(ErrorCode.Crash, $"the process it ran in can no longer be believed: {reason}"), journal.Read());

    public void Dispose()
    {
        toWorker.Dispose();
        group.Dispose();
        process.WaitForExit();

        // Nobody may read any more from a handle that is closed: its number may soon be another file's.
        errors.WaitForEnd();
        output.WaitForEnd();
        reader.Join(TimeSpan.FromSeconds(1));
        process.Dispose();
        fromWorker.Dispose();
        journal.Dispose();
        File.Delete(journalFile);
        surroundings.Dispose();
    }

    private ProcessStartInfo StartInfo()
    {
        (string program, string[] arguments) = WorkerLaunch.Command();
        ProcessStartInfo start = new(program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] own =
        [
            toWorker.GetClientHandleAsString(),
            fromWorker.GetClientHandleAsString(),
            journalFile,
            limits.Confinement.HeapBytes.ToString(CultureInfo.InvariantCulture),
            ((long)limits.Confinement.ProcessorTime.TotalSeconds).ToString(CultureInfo.InvariantCulture),
        ];
        foreach (string argument in arguments.Concat(own))
        {
            start.ArgumentList.Add(argument);
        }

        surroundings.ApplyTo(start, limits.Confinement);
        foreach ((string name, string value) in limits.Environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private void ReadAll(FrameStream stream)
    {
        try
        {
            while (stream.Read() is { } frame)
            {
                received.Add(frame);
            }
        }
        catch (Exception exception) when (exception is ProtocolException or IOException or ObjectDisposedException)
        {
            broken = exception is ProtocolException ? exception.Message : null;
        }
        finally
        {
            received.End();
        }
    }

    private WorkerDiedException TooLate(Announcement latest, TimeSpan deadline)
    {
        group.Kill();
        string waited = string.Create(CultureInfo.InvariantCulture, $"{deadline.TotalSeconds:0}");
        return new(new(ErrorCode.Timeout, $"it was stopped after {waited} seconds"), latest);
    }

    private WorkerDiedException Ended()
    {
        group.Kill();
        process.WaitForExit();
        if (broken is not null)
        {
            return Disbelieved(broken);
        }

        return new(ErrorOfEnd(process.ExitCode, errors.Text), journal.Read());
    }

    private static PolicyError ErrorOfEnd(int exitCode, string said) => (exitCode, said) switch
    {
        (ProcessorTimeSpent, _) => new(ErrorCode.Timeout, "the process it ran in used up its processor time"),
        (_, var text) when text.Contains("memory", StringComparison.OrdinalIgnoreCase) =>
            new(ErrorCode.Memory, "the process it ran in ran out of memory"),
        (_, var text) when text.Contains("Stack overflow", StringComparison.Ordinal) =>
            new(ErrorCode.Crash, "the process it ran in ran out of stack"),
        _ => new(ErrorCode.Crash, "the process it ran in ended without an answer"),
    };
}
