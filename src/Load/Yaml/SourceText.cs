using System.Text;
using PolicyGate.Model.Nodes;
using YamlDotNet.Core;
using Events = YamlDotNet.Core.Events;

namespace PolicyGate.Load.Yaml;

/// <summary>The text that the parser reads, and where its marks are in the file.</summary>
internal sealed class SourceText(ReadOnlyMemory<char> text)
{
    // Characters read again for the sake of quotes that are not indented: half a second's work.
    private const int MostReadAgain = 8 * 1024 * 1024;

    // Nobody indents that far; the spaces added would outgrow the file.
    private const int MostColumns = 200;

    /// <summary>Spaces put before lines of the file, by line; null when the text is the file's.</summary>
    private Dictionary<int, int>? added;

    private int readAgain;

    public ReadOnlyMemory<char> Memory { get; private set; } = text;

    public ReadOnlySpan<char> Text => Memory.Span;

    public Span At(in Mark mark) => Between(mark, mark);

    public Span Between(in Mark start, in Mark end)
    {
        Span span = new((int)start.Line, (int)start.Column, (int)end.Line, (int)end.Column);
        return added is null ? span : InFile(span);
    }

    /// <summary>Tells a mapping in braces from a single pair such as that of <c>[key: value]</c>.</summary>
    public bool Has(char character, in Mark mark) => mark.Index < Text.Length && Text[(int)mark.Index] == character;

    /// <summary>The span of a flow collection; the parser's mark is before the closing bracket.</summary>
    public Span Through(in Mark start, in Mark closing)
    {
        Span span = Between(start, closing);
        return span with { EndColumn = span.EndColumn + 1 };
    }

    /// <summary>
    /// The span of a block collection. It ends with its last value: the parser notices only at the next token, blank
    /// lines and comments later.
    /// </summary>
    public Span UpTo(in Mark start, Span last) => At(start) with { EndLine = last.EndLine, EndColumn = last.EndColumn };

    /// <summary>The span of a literal or folded scalar, up to the end of its last line that is not blank.</summary>
    public Span OfBlockScalar(Events.Scalar scalar)
    {
        int start = (int)scalar.Start.Index;
        int end = Math.Min((int)scalar.End.Index, Text.Length);
        int line = (int)scalar.End.Line;
        while (end > start && char.IsWhiteSpace(Text[end - 1]))
        {
            end--;
            line -= IsLineEnd(end) ? 1 : 0;
        }

        int column = end - Text[..end].LastIndexOfAny('\n', '\r');
        return At(scalar.Start) with { EndLine = line, EndColumn = column };
    }

    /// <summary>
    /// Indents the further lines of a double-quoted scalar, which the parser wants deeper than their mapping; Kubernetes'
    /// library does not mind, and the spaces are no part of the scalar. False when there is nothing to gain by it.
    /// </summary>
    /// <param name="quote">Where the scalar begins.</param>
    public bool IndentQuote(in Mark quote)
    {
        int start = (int)quote.Index;
        int end = ClosingQuote(start);
        readAgain += Text.Length;
        if (end < 0 || readAgain > MostReadAgain || quote.Column > MostColumns)
        {
            return false;
        }

        int line = (int)quote.Line;
        int width = (int)quote.Column;
        StringBuilder indented = new(Text.Length + MostColumns);
        indented.Append(Text[..start]);
        for (int index = start; index < end; index++)
        {
            indented.Append(Text[index]);
            if (IsLineEnd(index))
            {
                indented.Append(' ', width);
                Added(++line, width);
            }
        }

        Memory = indented.Append(Text[end..]).ToString().AsMemory();
        return true;
    }

    private void Added(int line, int width)
    {
        added ??= [];
        added[line] = added.GetValueOrDefault(line) + width;
    }

    private int ClosingQuote(int start)
    {
        ReadOnlySpan<char> text = Text;
        for (int index = start + 1; index < text.Length; index++)
        {
            if (text[index] == '"')
            {
                return index;
            }

            // A backslash before a line end is no concern here, and the line end must not be passed over.
            bool isEscape = text[index] == '\\' && index + 1 < text.Length && text[index + 1] is '"' or '\\';
            index += isEscape ? 1 : 0;
        }

        return -1;
    }

    private Span InFile(Span span) => new(
        span.StartLine,
        InFile(span.StartLine, span.StartColumn),
        span.EndLine,
        InFile(span.EndLine, span.EndColumn));

    private int InFile(int line, int column) => Math.Max(1, column - added!.GetValueOrDefault(line));

    private bool IsLineEnd(int index) => Text[index] switch
    {
        '\n' or '\u0085' or '\u2028' or '\u2029' => true,
        '\r' => index + 1 == Text.Length || Text[index + 1] != '\n',
        _ => false,
    };
}
