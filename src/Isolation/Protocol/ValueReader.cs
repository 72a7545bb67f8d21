using System.Runtime.InteropServices;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Isolation.Protocol;

/// <summary>
/// Reads what <see cref="ValueWriter"/> wrote. Only a worker does, and it believes its parent: values nest as deep as
/// the parent's own.
/// </summary>
internal sealed class ValueReader(PayloadReader reader)
{
    /// <summary>Mappings and sequences by their numbers; null while they are being read.</summary>
    private readonly List<Value?> known = [];

    /// <exception cref="ProtocolException">The payload does not keep to its form.</exception>
    public Value Read()
    {
        ValueShape shape = (ValueShape)reader.Number();
        return shape switch
        {
            ValueShape.Known => known[reader.Index(known.Count)] ?? throw new ProtocolException("a value holds itself"),
            ValueShape.Scalar or ValueShape.TaggedScalar => ReadScalar(shape == ValueShape.TaggedScalar),
            ValueShape.Mapping or ValueShape.FlowMapping => ReadMapping(shape == ValueShape.FlowMapping),
            ValueShape.Sequence or ValueShape.FlowSequence => ReadSequence(shape == ValueShape.FlowSequence),
            _ => throw new ProtocolException("a value is of no known shape"),
        };
    }

    private Scalar ReadScalar(bool isTagged)
    {
        Span span = ReadSpan();
        string text = reader.Text();
        ScalarStyle style = (ScalarStyle)reader.Number();
        return new(text, style, isTagged ? reader.Text() : null, span);
    }

    private Mapping ReadMapping(bool isFlow)
    {
        int number = Begin();
        Span span = ReadSpan();
        Entry[] entries = new Entry[reader.Count()];
        for (int index = 0; index < entries.Length; index++)
        {
            entries[index] = new(Read() as Scalar ?? throw new ProtocolException("a key is no scalar"), Read());
        }

        Mapping mapping = new(ImmutableCollectionsMarshal.AsImmutableArray(entries), isFlow, span);
        known[number] = mapping;
        return mapping;
    }

    private Sequence ReadSequence(bool isFlow)
    {
        int number = Begin();
        Span span = ReadSpan();
        Value[] items = new Value[reader.Count()];
        for (int index = 0; index < items.Length; index++)
        {
            items[index] = Read();
        }

        Sequence sequence = new(ImmutableCollectionsMarshal.AsImmutableArray(items), isFlow, span);
        known[number] = sequence;
        return sequence;
    }

    private int Begin()
    {
        known.Add(null);
        return known.Count - 1;
    }

    private Span ReadSpan() => new(reader.Number(), reader.Number(), reader.Number(), reader.Number());
}
