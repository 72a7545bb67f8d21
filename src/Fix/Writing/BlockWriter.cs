using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Fixing.Writing;

/// <summary>A value in block style: what stands behind the colon or dash, and the lines below it.</summary>
/// <param name="Head">Empty when everything stands on lines of its own.</param>
/// <param name="Lines">Without line breaks, indented from the column of the key or dash.</param>
internal sealed record BlockText(string Head, ImmutableArray<string> Lines);

/// <summary>Writes values in block style.</summary>
/// <param name="indent">How many columns fields are indented below the key of their mapping.</param>
/// <param name="listIndent">How many columns the dashes are indented below the key of their list; may be 0.</param>
internal sealed class BlockWriter(int indent, int listIndent)
{
    private const int DashWidth = 2;

    /// <summary>A field of a mapping, on lines from its key on.</summary>
    public ImmutableArray<string> Field(string key, FixValue value)
    {
        BlockText block = BehindKey(value, ScalarStyle.Plain);
        string name = ScalarWriter.Write(new FixValue.Text(key, IsString: true), ScalarStyle.Plain, inFlow: false);
        return [block.Head.Length > 0 ? $"{name}: {block.Head}" : $"{name}:", .. block.Lines];
    }

    /// <summary>An item of a list, on lines from its dash on.</summary>
    public ImmutableArray<string> Item(FixValue value)
    {
        BlockText block = BehindDash(value, ScalarStyle.Plain);
        return [$"- {block.Head}", .. block.Lines];
    }

    /// <summary>A value as it stands behind a key.</summary>
    public BlockText BehindKey(FixValue value, ScalarStyle wanted) =>
        Scalar(value, wanted, indent)
        ?? new("", Indented(Collection(value), value is FixValue.List ? listIndent : indent));

    /// <summary>A value as it stands behind a dash; a collection starts on the dash's own line.</summary>
    public BlockText BehindDash(FixValue value, ScalarStyle wanted)
    {
        if (Scalar(value, wanted, DashWidth) is { } scalar)
        {
            return scalar;
        }

        ImmutableArray<string> lines = Collection(value);
        return new(lines[0], Indented(lines[1..], DashWidth));
    }

    /// <summary>Whether the last line of a value must have a line break, which is part of its text.</summary>
    public static bool EndsInLineBreak(FixValue value) => value switch
    {
        FixValue.Text text => IsLiteral(text) && text.Value.EndsWith('\n'),
        FixValue.List { Items: [.., var last] } => EndsInLineBreak(last),
        FixValue.Map { Fields: [.., var last] } => EndsInLineBreak(last.Value),
        _ => false,
    };

    /// <summary>Lines with as many spaces before each that is not empty.</summary>
    public static ImmutableArray<string> Indented(ImmutableArray<string> lines, int columns) =>
        [.. lines.Select(line => line.Length == 0 ? "" : new string(' ', columns) + line)];

    private ImmutableArray<string> Collection(FixValue value) => value is FixValue.Map map
        ? [.. map.Fields.SelectMany(field => Field(field.Key, field.Value))]
        : [.. ((FixValue.List)value).Items.SelectMany(item => Item(item))];

    private static BlockText? Scalar(FixValue value, ScalarStyle wanted, int indent) => value switch
    {
        FixValue.Map { Fields.IsEmpty: true } => new("{}", []),
        FixValue.List { Items.IsEmpty: true } => new("[]", []),
        FixValue.Text text when IsLiteral(text) => Literal(text.Value, indent),
        FixValue.Text text => new(ScalarWriter.Write(text, wanted, inFlow: false), []),
        _ => null,
    };

    /// <summary>Whether a text of several lines survives as a literal block without an indentation indicator.</summary>
    private static bool IsLiteral(FixValue.Text text) =>
        text.IsString
        && text.Value.Contains('\n', StringComparison.Ordinal)
        && text.Value[0] is not (' ' or '\n')
        && !text.Value.Any(character => char.IsControl(character) && character is not ('\n' or '\t'))
        && !text.Value.AsSpan().ContainsAny('\u2028', '\u2029', '\uFEFF')
        && text.Value.Split('\n').All(line => line.Length == 0 || !string.IsNullOrWhiteSpace(line));

    private static BlockText Literal(string text, int indent)
    {
        string body = text.TrimEnd('\n');
        int breaks = text.Length - body.Length;
        string header = breaks switch
        {
            0 => "|-",
            1 => "|",
            _ => "|+",
        };
        ImmutableArray<string> lines = [.. body.Split('\n'), .. Enumerable.Repeat("", Math.Max(0, breaks - 1))];
        return new(header, Indented(lines, indent));
    }
}
