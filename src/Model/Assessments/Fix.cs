using System.Collections.Immutable;
using System.Globalization;
using PolicyGate.Model.Kubernetes;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Assessments;

/// <summary>How a fix changes the place it names.</summary>
public enum FixOperation
{
    /// <summary>Give the place this value, making the mappings that lead to it.</summary>
    Set,

    /// <summary>Take the field or item away.</summary>
    Remove,

    /// <summary>Put one more item at the end of the list.</summary>
    Append,
}

/// <summary>A mend as data: where, and what to put there. Turned into an edit of the text only when somebody wants it.</summary>
public sealed record Fix(Route Place, FixOperation Operation, FixValue Value)
{
    /// <summary>The edits of the text, once they have been worked out; empty before that, or when no safe edit exists.</summary>
    public ImmutableArray<TextEdit> Edits { get; init; } = [];
}

/// <summary>Replace a stretch of a file with other text.</summary>
public sealed record TextEdit(string File, Span Span, string Replacement);

/// <summary>A value that a fix writes: text, a list or a mapping.</summary>
public abstract record FixValue
{
    private FixValue()
    {
    }

    public static implicit operator FixValue(string text) => new Text(text, IsString: true);

    public static implicit operator FixValue(bool value) => new Text(value ? "true" : "false", IsString: false);

    public static implicit operator FixValue(long value) =>
        new Text(value.ToString(CultureInfo.InvariantCulture), IsString: false);

    public static implicit operator FixValue(int value) => (long)value;

    public static implicit operator FixValue(Quantity amount) => new Text(amount.ToString(), IsString: false);

    public static implicit operator FixValue(string[] items) => new List([.. items.Select(item => (FixValue)item)]);

    /// <summary>A scalar.</summary>
    /// <param name="Value">As it is to be read back.</param>
    /// <param name="IsString">To be quoted where a YAML reader would take it for something else.</param>
    public sealed record Text(string Value, bool IsString) : FixValue;

    public sealed record List(ImmutableArray<FixValue> Items) : FixValue;

    public sealed record Map(ImmutableArray<KeyValuePair<string, FixValue>> Fields) : FixValue;
}
