using PolicyGate.Model.Nodes;

namespace PolicyGate.Isolation.Protocol;

/// <summary>Values of a document, with their places.</summary>
internal static class ValueCode
{
    private enum Shape
    {
        Scalar,
        Mapping,
        Sequence,
    }

    public static void Write(PayloadWriter writer, Value value)
    {
        Span span = value.Span;
        writer.Number(span.StartLine);
        writer.Number(span.StartColumn);
        writer.Number(span.EndLine);
        writer.Number(span.EndColumn);
        switch (value)
        {
            case Scalar scalar:
                writer.Number((int)Shape.Scalar);
                WriteScalar(writer, scalar);
                break;
            case Mapping mapping:
                writer.Number((int)Shape.Mapping);
                writer.Flag(mapping.IsFlow);
                writer.Many(mapping.Entries, (to, entry) =>
                {
                    Write(to, entry.Key);
                    Write(to, entry.Value);
                });
                break;
            case Sequence sequence:
                writer.Number((int)Shape.Sequence);
                writer.Flag(sequence.IsFlow);
                writer.Many(sequence.Items, Write);
                break;
        }
    }

    public static Value Read(PayloadReader reader)
    {
        Span span = new(reader.Number(), reader.Number(), reader.Number(), reader.Number());
        return reader.Choice<Shape>() switch
        {
            Shape.Scalar => ReadScalar(reader, span),
            Shape.Mapping => ReadMapping(reader, span),
            _ => ReadSequence(reader, span),
        };
    }

    private static void WriteScalar(PayloadWriter writer, Scalar scalar)
    {
        writer.Text(scalar.Text);
        writer.Number((int)scalar.Style);
        writer.Flag(scalar.Tag is not null);
        writer.Text(scalar.Tag ?? "");
    }

    private static Scalar ReadScalar(PayloadReader reader, Span span)
    {
        string text = reader.Text();
        ScalarStyle style = reader.Choice<ScalarStyle>();
        bool isTagged = reader.Flag();
        string tag = reader.Text();
        return new(text, style, isTagged ? tag : null, span);
    }

    private static Mapping ReadMapping(PayloadReader reader, Span span)
    {
        bool isFlow = reader.Flag();
        return new(reader.Many(from => new Entry(ReadKey(from), Read(from))), isFlow, span);
    }

    private static Scalar ReadKey(PayloadReader reader) =>
        Read(reader) as Scalar ?? throw new ProtocolException("a key is no scalar");

    private static Sequence ReadSequence(PayloadReader reader, Span span)
    {
        bool isFlow = reader.Flag();
        return new(reader.Many(Read), isFlow, span);
    }
}
