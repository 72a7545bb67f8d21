using System.Text;

namespace PolicyGate.Isolation.Supervision;

/// <summary>
/// What a process writes to its standard streams: read, so that it never waits for a reader, and mostly thrown away. It
/// is looked at to tell one end from another, and never shown.
/// </summary>
internal sealed class ErrorTail
{
    private const int Kept = 4096;

    private readonly StringBuilder text = new();
    private readonly Task reading;

    /// <summary>On a thread of its own: it waits as long as the process lives, and the pool has few threads.</summary>
    public ErrorTail(StreamReader stream) => reading =
        Task.Factory.StartNew(() => Drain(stream), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>The beginning of it, once the process has ended.</summary>
    public string Text
    {
        get
        {
            reading.Wait(TimeSpan.FromSeconds(1));
            lock (text)
            {
                return text.ToString();
            }
        }
    }

    private void Drain(StreamReader stream)
    {
        char[] buffer = new char[1024];
        for (int read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
        {
            lock (text)
            {
                text.Append(buffer, 0, Math.Min(read, Kept - text.Length));
            }
        }
    }
}
