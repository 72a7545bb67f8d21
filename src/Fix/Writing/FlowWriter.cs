using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Fixing.Writing;

/// <summary>Writes values in flow style, within braces and brackets.</summary>
/// <param name="Quoted">Keys and strings in double quotes, as JSON wants them.</param>
/// <param name="Colon">Between a key and its value.</param>
/// <param name="Comma">Between two entries on one line.</param>
/// <param name="Padding">Inside of braces.</param>
internal sealed record FlowWriter(bool Quoted, string Colon, string Comma, string Padding)
{
    /// <summary>What separates a nested collection's entries when each has a line; null for all on one line.</summary>
    public FlowLines? Lines { get; init; }

    public string Field(string key, FixValue value) =>
        Scalar(new FixValue.Text(key, IsString: true), ScalarStyle.Plain) + Colon + Value(value, ScalarStyle.Plain);

    /// <summary>A value; <paramref name="wanted"/> is the style for a string, if that is possible.</summary>
    public string Value(FixValue value, ScalarStyle wanted) => value switch
    {
        FixValue.Text text => Scalar(text, wanted),
        FixValue.List list => Collection(
            '[', list.Items, (writer, item) => writer.Value(item, ScalarStyle.Plain), "", ']'),
        FixValue.Map map => Collection(
            '{', map.Fields, (writer, field) => writer.Field(field.Key, field.Value), Padding, '}'),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    private string Scalar(FixValue.Text text, ScalarStyle wanted) =>
        ScalarWriter.Write(text, Quoted ? ScalarStyle.DoubleQuoted : wanted, inFlow: true);

    private string Collection<T>(
        char open, IReadOnlyCollection<T> entries, Func<FlowWriter, T, string> write, string padding, char close)
    {
        if (entries.Count == 0)
        {
            return $"{open}{close}";
        }

        if (Lines is null)
        {
            return $"{open}{padding}{string.Join(Comma, entries.Select(entry => write(this, entry)))}{padding}{close}";
        }

        FlowWriter inner = this with { Lines = Lines.Deeper() };
        string lines = string.Join($",{Lines.Break}{inner.Lines.Indent}", entries.Select(entry => write(inner, entry)));
        return $"{open}{Lines.Break}{inner.Lines.Indent}{lines}{Lines.Break}{Lines.Indent}{close}";
    }
}

/// <summary>How lines are broken and indented where every entry of a flow collection has one.</summary>
/// <param name="Break">The line break.</param>
/// <param name="Indent">What stands before the line on which the collection is.</param>
/// <param name="Step">How much more stands before its entries.</param>
internal sealed record FlowLines(string Break, string Indent, string Step)
{
    public FlowLines Deeper() => this with { Indent = Indent + Step };
}
