using PolicyGate.Model.Nodes;

namespace PolicyGate.Isolation.Protocol;

/// <summary>
/// Writes values of documents with their places. What anchors share is written once, or a small file could make a
/// message without end.
/// </summary>
internal sealed class ValueWriter(PayloadWriter writer)
{
    private readonly Dictionary<Value, int> numbers = new(ReferenceEqualityComparer.Instance);

    public void Write(Value value)
    {
        if (numbers.TryGetValue(value, out int known))
        {
            Write(ValueShape.Known);
            writer.Number(known);
            return;
        }

        switch (value)
        {
            case Scalar scalar:
                Write(scalar);
                break;
            case Mapping mapping:
                Write(mapping);
                break;
            case Sequence sequence:
                Write(sequence);
                break;
        }
    }

    private void Write(Scalar scalar)
    {
        Write(scalar.Tag is null ? ValueShape.Scalar : ValueShape.TaggedScalar);
        Write(scalar.Span);
        writer.Text(scalar.Text);
        writer.Number((int)scalar.Style);
        if (scalar.Tag is not null)
        {
            writer.Text(scalar.Tag);
        }
    }

    private void Write(Mapping mapping)
    {
        Begin(mapping, mapping.IsFlow ? ValueShape.FlowMapping : ValueShape.Mapping, mapping.Entries.Length);
        foreach (Entry entry in mapping.Entries)
        {
            Write(entry.Key);
            Write(entry.Value);
        }
    }

    private void Write(Sequence sequence)
    {
        Begin(sequence, sequence.IsFlow ? ValueShape.FlowSequence : ValueShape.Sequence, sequence.Items.Length);
        foreach (Value item in sequence.Items)
        {
            Write(item);
        }
    }

    private void Begin(Value value, ValueShape shape, int count)
    {
        numbers.Add(value, numbers.Count);
        Write(shape);
        Write(value.Span);
        writer.Number(count);
    }

    private void Write(ValueShape shape) => writer.Number((int)shape);

    private void Write(Span span)
    {
        writer.Number(span.StartLine);
        writer.Number(span.StartColumn);
        writer.Number(span.EndLine);
        writer.Number(span.EndColumn);
    }
}
