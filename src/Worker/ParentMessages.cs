using PolicyGate.Isolation.Protocol;

namespace PolicyGate.Worker;

/// <summary>
/// What the parent sends. It is read on a thread of its own, which ends the process when the parent is gone, whatever a
/// policy is doing then.
/// </summary>
internal sealed class ParentMessages
{
    private readonly FrameQueue received = new();
    private readonly FrameStream frames;

    public ParentMessages(FrameStream frames)
    {
        this.frames = frames;
        Thread thread = new(ReadAll) { IsBackground = true, Name = "messages of the parent" };
        thread.Start();
    }

    public Frame Next()
    {
        Frame? frame;
        while ((frame = received.Take(Timeout.InfiniteTimeSpan)) is null)
        {
        }

        return frame;
    }

    /// <summary>The payload of the next message.</summary>
    /// <exception cref="ProtocolException">It is another message.</exception>
    public byte[] Next(Message expected)
    {
        (Message message, byte[] payload) = Next();
        return message == expected ? payload : throw new ProtocolException($"{message} came instead of {expected}");
    }

    private void ReadAll()
    {
        while (frames.Read() is { } frame)
        {
            received.Add(frame);
        }

        Environment.Exit(0);
    }
}
