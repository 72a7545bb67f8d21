using System.Collections.Immutable;

namespace PolicyGate.Isolation.Protocol;

/// <summary>
/// Reads a payload that may be forged: everything is checked, nothing is allocated on its word, and nothing nests
/// deeper than the stack allows.
/// </summary>
public sealed class PayloadReader
{
    private const int DeepestNesting = 100;

    private readonly byte[] payload;
    private readonly List<string> texts = [];
    private int position;
    private int depth;

    private PayloadReader(byte[] payload) => this.payload = payload;

    /// <exception cref="ProtocolException">The payload does not keep to its form.</exception>
    public static T Read<T>(byte[] payload, Func<PayloadReader, T> read)
    {
        PayloadReader reader = new(payload);
        T result = read(reader);
        return reader.position == payload.Length
            ? result
            : throw new ProtocolException("a payload is longer than what it says");
    }

    /// <summary>A count or an index, from 0.</summary>
    public int Number()
    {
        ulong value = 0;
        for (int shift = 0; shift <= 28; shift += 7)
        {
            byte next = position < payload.Length ? payload[position++] : throw new ProtocolException("a payload is cut off");
            value |= (ulong)(next & 0x7F) << shift;
            if (next <= 0x7F)
            {
                return value <= int.MaxValue ? (int)value : throw new ProtocolException("a number is too large");
            }
        }

        throw new ProtocolException("a number does not end");
    }

    /// <summary>An index into something that has so many items.</summary>
    public int Index(int count) => Number() is int index && index < count ? index : throw new ProtocolException("an index leads nowhere");

    /// <summary>How many items follow: no more than there are bytes.</summary>
    public int Count() => Number() is int count && count <= payload.Length - position ? count : throw new ProtocolException("a count leads beyond the payload");

    public bool Flag() => Index(2) == 1;

    public byte[] Bytes()
    {
        int length = Number();
        if (length > payload.Length - position)
        {
            throw new ProtocolException("a length leads beyond the payload");
        }

        position += length;
        return payload[(position - length)..position];
    }

    public string Text()
    {
        int known = Number();
        if (known > 0)
        {
            return known <= texts.Count ? texts[known - 1] : throw new ProtocolException("a text is not known");
        }

        byte[] bytes = Bytes();
        if (bytes.Length % sizeof(char) != 0)
        {
            throw new ProtocolException("a text is cut off");
        }

        char[] text = new char[bytes.Length / sizeof(char)];
        Buffer.BlockCopy(bytes, 0, text, 0, bytes.Length);
        texts.Add(new(text));
        return texts[^1];
    }

    /// <summary>One of several that are numbered from 0. The runtime's own check of enumerations is slow to start.</summary>
    public int Choice(int last) => Index(last + 1);

    public T? Optional<T>(Func<PayloadReader, T> read)
        where T : class =>
        Flag() ? read(this) : null;

    public ImmutableArray<T> Many<T>(Func<PayloadReader, T> read)
    {
        if (++depth > DeepestNesting)
        {
            throw new ProtocolException("a payload nests too deep");
        }

        int count = Number();
        ImmutableArray<T>.Builder items = ImmutableArray.CreateBuilder<T>();
        for (int index = 0; index < count; index++)
        {
            items.Add(read(this));
        }

        depth--;
        return items.ToImmutable();
    }
}
