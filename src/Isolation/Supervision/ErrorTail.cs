using System.IO.Pipes;
using System.Text;
using PolicyGate.Isolation.Protocol;

namespace PolicyGate.Isolation.Supervision;

/// <summary>
/// What a process writes to its standard streams: read, so that it never waits for a reader, and mostly thrown away. It
/// is looked at to tell one end from another, and never shown.
/// </summary>
internal sealed class ErrorTail
{
    private const int Kept = 4096;

    private readonly byte[] beginning = new byte[Kept];
    private readonly Thread reading;
    private int length;

    /// <summary>On a thread of its own: it waits as long as the process lives, and the pool has few threads.</summary>
    public ErrorTail(Stream stream)
    {
        Stream plain = stream is PipeStream pipe ? Pipes.Open(pipe.SafePipeHandle, FileAccess.Read) : stream;
        reading = new(() => Drain(plain)) { IsBackground = true, Name = "worker errors" };
        reading.Start();
    }

    /// <summary>The beginning of it, once the process has ended.</summary>
    public string Text
    {
        get
        {
            WaitForEnd();
            return Encoding.UTF8.GetString(beginning, 0, Volatile.Read(ref length));
        }
    }

    /// <summary>It ends with the process, unless that has left somebody behind who holds the stream: no longer than a second.</summary>
    public void WaitForEnd() => reading.Join(TimeSpan.FromSeconds(1));

    private void Drain(Stream stream)
    {
        byte[] buffer = new byte[1024];
        for (int read = ReadSome(stream, buffer); read > 0; read = ReadSome(stream, buffer))
        {
            int kept = Math.Min(read, Kept - length);
            buffer.AsSpan(0, kept).CopyTo(beginning.AsSpan(length));
            Volatile.Write(ref length, length + kept);
        }
    }

    /// <summary>0 at the end, and when the stream was closed meanwhile.</summary>
    private static int ReadSome(Stream stream, byte[] buffer)
    {
        try
        {
            return stream.Read(buffer, 0, buffer.Length);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            return 0;
        }
    }
}
