using System.Collections.Immutable;

namespace PolicyGate.Model.Nodes;

/// <summary>
/// What a file says at one place: a scalar, a mapping or a sequence. Immutable, and without a parent, so that an
/// anchored value is held once however often it is used; <see cref="Node"/> adds the way that led to it.
/// </summary>
public abstract class Value(Span span)
{
    public Span Span { get; } = span;

    /// <inheritdoc cref="Node.GetHashCode"/>
    public sealed override int GetHashCode() => unchecked((Span.StartLine * 397) + Span.StartColumn);
}

/// <summary>How a scalar was written. Only a plain one can be anything but a string.</summary>
public enum ScalarStyle
{
    Plain,
    SingleQuoted,
    DoubleQuoted,
    Literal,
    Folded,
}

/// <summary>A scalar as written, unescaped but not interpreted; <see cref="ScalarMeaning"/> tells what it means.</summary>
public sealed class Scalar(string text, ScalarStyle style, string? tag, Span span) : Value(span)
{
    public string Text { get; } = text;

    public ScalarStyle Style { get; } = style;

    /// <summary>An explicit tag such as <c>tag:yaml.org,2002:str</c>, or null.</summary>
    public string? Tag { get; } = tag;
}

/// <summary>One field of a mapping.</summary>
public readonly record struct Entry(Scalar Key, Value Value)
{
    /// <summary>From the key to the end of the value.</summary>
    public Span Span => new(Key.Span.StartLine, Key.Span.StartColumn, Value.Span.EndLine, Value.Span.EndColumn);
}

/// <summary>Fields in the order of the file, each key once, merge keys already resolved.</summary>
public sealed class Mapping(ImmutableArray<Entry> entries, bool isFlow, Span span) : Value(span)
{
    public ImmutableArray<Entry> Entries { get; } = entries;

    /// <summary>Written in braces.</summary>
    public bool IsFlow { get; } = isFlow;

    /// <summary>The index of the field, or -1. Manifests have few fields to a mapping, so a scan beats a dictionary.</summary>
    public int IndexOf(ReadOnlySpan<char> key)
    {
        for (int index = 0; index < Entries.Length; index++)
        {
            if (key.SequenceEqual(Entries[index].Key.Text))
            {
                return index;
            }
        }

        return -1;
    }
}

/// <summary>Items in the order of the file.</summary>
public sealed class Sequence(ImmutableArray<Value> items, bool isFlow, Span span) : Value(span)
{
    public ImmutableArray<Value> Items { get; } = items;

    /// <summary>Written in brackets.</summary>
    public bool IsFlow { get; } = isFlow;
}
