using System.Runtime.InteropServices;

namespace PolicyGate.Isolation.Protocol;

/// <summary>
/// Writes a payload. A text that comes again is written as a number. The bytes are kept by itself: the runtime's writer is
/// generic, and would be compiled at every start of both processes.
/// </summary>
public sealed class PayloadWriter
{
    private const int LongestNumber = 5;

    private readonly Dictionary<string, int> texts = new(StringComparer.Ordinal);

    private byte[] buffer = new byte[1024];
    private int length;

    public ReadOnlyMemory<byte> Payload => new(buffer, 0, length);

    /// <summary>In groups of seven bits, the lowest first; a set eighth bit says that more follow.</summary>
    /// <param name="value">From 0: the reader takes no other.</param>
    public void Number(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        MakeRoom(LongestNumber);
        for (uint rest = (uint)value; ; rest >>= 7)
        {
            buffer[length++] = (byte)(rest > 0x7F ? rest | 0x80 : rest);
            if (rest <= 0x7F)
            {
                break;
            }
        }
    }

    public void Flag(bool value) => Number(value ? 1 : 0);

    public void Bytes(ReadOnlySpan<byte> value)
    {
        Number(value.Length);
        MakeRoom(value.Length);
        value.CopyTo(buffer.AsSpan(length));
        length += value.Length;
    }

    /// <summary>UTF-16 as it is, lone surrogates too: text is made harmless where it is shown.</summary>
    public void Text(string value)
    {
        if (texts.TryGetValue(value, out int known))
        {
            Number(known);
            return;
        }

        texts.Add(value, texts.Count + 1);
        Number(0);
        Bytes(MemoryMarshal.AsBytes(value.AsSpan()));
    }

    public void Optional<T>(T? value, Action<PayloadWriter, T> write)
        where T : class
    {
        Flag(value is not null);
        if (value is not null)
        {
            write(this, value);
        }
    }

    public void Many<T>(IReadOnlyCollection<T> items, Action<PayloadWriter, T> write)
    {
        Number(items.Count);
        foreach (T item in items)
        {
            write(this, item);
        }
    }

    private void MakeRoom(int more)
    {
        if (buffer.Length - length < more)
        {
            Array.Resize(ref buffer, checked(Math.Max(buffer.Length * 2, length + more)));
        }
    }
}
