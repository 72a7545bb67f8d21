using System.Buffers;
using System.Runtime.InteropServices;

namespace PolicyGate.Isolation.Protocol;

/// <summary>Writes a payload. A text that comes again is written as a number.</summary>
public sealed class PayloadWriter
{
    private readonly ArrayBufferWriter<byte> buffer = new();
    private readonly Dictionary<string, int> texts = new(StringComparer.Ordinal);

    public ReadOnlyMemory<byte> Payload => buffer.WrittenMemory;

    /// <summary>In groups of seven bits, the lowest first; a set eighth bit says that more follow.</summary>
    /// <param name="value">From 0: the reader takes no other.</param>
    public void Number(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        Span<byte> bytes = buffer.GetSpan(5);
        int length = 0;
        for (uint rest = (uint)value; ; rest >>= 7)
        {
            bytes[length++] = (byte)(rest > 0x7F ? rest | 0x80 : rest);
            if (rest <= 0x7F)
            {
                break;
            }
        }

        buffer.Advance(length);
    }

    public void Flag(bool value) => Number(value ? 1 : 0);

    public void Bytes(ReadOnlySpan<byte> value)
    {
        Number(value.Length);
        buffer.Write(value);
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

    public void Many<T>(IReadOnlyCollection<T> items, Action<PayloadWriter, T> write)
    {
        Number(items.Count);
        foreach (T item in items)
        {
            write(this, item);
        }
    }
}
