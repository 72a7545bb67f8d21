namespace PolicyGate.Isolation.Protocol;

/// <summary>
/// Frames between the thread that reads them and the one that works. What the runtime has for that spins before it
/// sleeps, which on two cores takes time from the process that is waited for.
/// </summary>
public sealed class FrameQueue
{
    private readonly object turn = new();
    private readonly Queue<Frame> frames = new();
    private bool isEnded;

    /// <summary>Nothing is left, and nothing will come.</summary>
    public bool IsEmptyForGood
    {
        get
        {
            lock (turn)
            {
                return isEnded && frames.Count == 0;
            }
        }
    }

    public void Add(Frame frame)
    {
        lock (turn)
        {
            frames.Enqueue(frame);
            Monitor.Pulse(turn);
        }
    }

    /// <summary>Nothing will be added any more.</summary>
    public void End()
    {
        lock (turn)
        {
            isEnded = true;
            Monitor.PulseAll(turn);
        }
    }

    /// <summary>The next frame; null when none came in that time, or nothing will come.</summary>
    public Frame? Take(TimeSpan longest)
    {
        lock (turn)
        {
            if (frames.Count == 0 && !isEnded)
            {
                Monitor.Wait(turn, longest);
            }

            return frames.TryDequeue(out Frame? frame) ? frame : null;
        }
    }
}
