using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Fixing.Text;

/// <summary>A text by offset and by line, with what is needed to find one's way between the tokens of YAML.</summary>
internal sealed class SourceText
{
    private const char ByteOrderMark = '\uFEFF';

    private readonly string text;
    private readonly List<int> lineStarts;

    public SourceText(string text)
    {
        this.text = text;
        lineStarts = [text.StartsWith(ByteOrderMark) ? 1 : 0];
        for (int offset = 0; offset < text.Length; offset++)
        {
            if (IsBreak(text[offset]) && !(text[offset] == '\r' && this[offset + 1] == '\n'))
            {
                lineStarts.Add(offset + 1);
            }
        }
    }

    public int Length => text.Length;

    /// <summary>The character there, or NUL past the end.</summary>
    public char this[int offset] => (uint)offset < (uint)text.Length ? text[offset] : '\0';

    public ReadOnlySpan<char> Slice(int start, int end) => text.AsSpan(start, end - start);

    public int OffsetOf(int line, int column) =>
        Math.Min(text.Length, lineStarts[Math.Clamp(line - 1, 0, lineStarts.Count - 1)] + column - 1);

    public int StartOf(Span span) => OffsetOf(span.StartLine, span.StartColumn);

    public int EndOf(Span span) => OffsetOf(span.EndLine, span.EndColumn);

    public Edit Place(TextEdit edit) => new(StartOf(edit.Span), EndOf(edit.Span), edit.Replacement);

    public Span SpanOf(Edit edit)
    {
        (int startLine, int endLine) = (LineOf(edit.Start), LineOf(edit.End));
        return new(
            startLine + 1, edit.Start - lineStarts[startLine] + 1, endLine + 1, edit.End - lineStarts[endLine] + 1);
    }

    /// <summary>How many characters stand before this one on its line.</summary>
    public int ColumnOf(int offset) => offset - LineStart(offset);

    public int LineStart(int offset) => lineStarts[LineOf(offset)];

    /// <summary>Where the line of this character ends, before its line break.</summary>
    public int LineEnd(int offset)
    {
        while (offset < text.Length && !IsBreak(text[offset]))
        {
            offset++;
        }

        return offset;
    }

    /// <summary>Where the next line starts; the end of the text on its last line.</summary>
    public int NextLine(int offset)
    {
        int line = LineOf(offset) + 1;
        return line < lineStarts.Count ? lineStarts[line] : text.Length;
    }

    /// <summary>The line break at the end of this character's line, or else the file's first, or else LF.</summary>
    public string LineBreakAt(int offset)
    {
        int end = LineEnd(offset) < text.Length ? LineEnd(offset) : LineEnd(0);
        return (this[end], this[end + 1]) switch
        {
            ('\r', '\n') => "\r\n",
            ('\r', _) => "\r",
            _ => "\n",
        };
    }

    /// <summary>Past spaces and tabs.</summary>
    public int SkipSpaces(int offset)
    {
        while (this[offset] is ' ' or '\t')
        {
            offset++;
        }

        return offset;
    }

    /// <summary>Past spaces, line breaks and comments, to where the next token starts.</summary>
    public int SkipBlank(int offset)
    {
        while (offset < text.Length)
        {
            if (StartsComment(offset))
            {
                offset = LineEnd(offset);
            }
            else if (char.IsWhiteSpace(text[offset]))
            {
                offset++;
            }
            else
            {
                break;
            }
        }

        return offset;
    }

    /// <summary>Back over white space, but not before <paramref name="floor"/>.</summary>
    public int TrimEnd(int offset, int floor)
    {
        while (offset > floor && char.IsWhiteSpace(text[offset - 1]))
        {
            offset--;
        }

        return offset;
    }

    public bool IsBlank(int start, int end) => Slice(start, end).IsWhiteSpace();

    /// <summary>Whether nothing but a comment follows on the line.</summary>
    public bool EndsLine(int offset)
    {
        int next = SkipSpaces(offset);
        return next == LineEnd(offset) || StartsComment(next);
    }

    /// <summary>Whether there is a comment, or what looks like one inside of a scalar.</summary>
    public bool MayHaveComment(int start, int end)
    {
        for (int offset = start; offset < end; offset++)
        {
            if (StartsComment(offset))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where an anchor, tag or alias that starts here ends.</summary>
    public int EndOfName(int offset, bool inFlow)
    {
        while (offset < text.Length && !char.IsWhiteSpace(text[offset])
            && !(inFlow && text[offset] is (',' or '[' or ']' or '{' or '}')))
        {
            offset++;
        }

        return offset;
    }

    private bool StartsComment(int offset) =>
        this[offset] == '#'
        && (offset == 0 || char.IsWhiteSpace(text[offset - 1]) || text[offset - 1] == ByteOrderMark);

    private int LineOf(int offset)
    {
        int found = lineStarts.BinarySearch(offset);
        return Math.Max(0, found < 0 ? ~found - 1 : found);
    }

    // What the reader counts as line breaks: those of YAML 1.1, https://yaml.org/spec/1.1/#id871136.
    private static bool IsBreak(char character) => character is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';
}
