using System.Collections.Immutable;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Report.Console;

/// <summary>A line of a file and the marks under the part of it that is meant.</summary>
internal sealed record Excerpt(string Line, string Marks)
{
    private const string Gap = "...";

    /// <summary>More characters of a line are not laid out: far more than a screen shows, far less than a file may hold.</summary>
    private const int MostLaidOut = 4096;

    /// <summary>The first line of a span, at most that many columns wide. A part cut off shows as three dots.</summary>
    public static Excerpt Of(string line, Span span, int width)
    {
        if (!line.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return OfPlain(line, span, width);
        }

        int cut = line.Length > MostLaidOut ? Math.Clamp(span.StartColumn - 1 - (MostLaidOut / 2), 0, line.Length) : 0;
        string near = line.Substring(cut, Math.Min(line.Length - cut, MostLaidOut));
        return OfCells(
            TextCells.Of(near),
            span with { StartColumn = span.StartColumn - cut, EndColumn = span.EndColumn - cut },
            Math.Min(width, MostLaidOut / 4));
    }

    /// <summary>Most lines: every character takes one column, so nothing has to be laid out.</summary>
    private static Excerpt OfPlain(string line, Span span, int width)
    {
        int start = Math.Min(span.StartColumn - 1, line.Length);
        int end = span.EndLine == span.StartLine ? Math.Min(span.EndColumn - 1, line.Length) : line.Length;
        (int first, int last) = Window(line.Length, start, AtLeast(width));
        return Of((first > 0 ? Gap : "") + line[first..last] + (last < line.Length ? Gap : ""), start, end, first, last);
    }

    private static Excerpt OfCells(ImmutableArray<TextCell> cells, Span span, int width)
    {
        int total = cells.IsEmpty ? 0 : cells[^1].End;
        int start = ColumnOf(cells, span.StartColumn - 1, total);
        int end = span.EndLine == span.StartLine ? ColumnOf(cells, span.EndColumn - 1, total) : total;
        (int first, int last) = Window(total, start, AtLeast(width));
        return Of(Text(cells, first, last, total), start, end, first, last);
    }

    private static Excerpt Of(string text, int start, int end, int first, int last)
    {
        int from = start - first + (first > 0 ? Gap.Length : 0);
        int marks = Math.Max(1, Math.Min(end, last) - start);
        return new Excerpt(text.TrimEnd(), new string(' ', from) + new string('^', marks));
    }

    /// <summary>Room for both gaps and a character between.</summary>
    private static int AtLeast(int width) => Math.Max(width, (2 * Gap.Length) + 2);

    /// <summary>The screen's column of a character, or of the end of the line for what is past it.</summary>
    private static int ColumnOf(ImmutableArray<TextCell> cells, int index, int total)
    {
        TextCell[] after = [.. cells.SkipWhile(cell => cell.Index < index).Take(1)];
        return after.Length > 0 ? after[0].Start : total;
    }

    /// <summary>Which columns are shown: all when they fit, else a stretch with some text before the marks.</summary>
    private static (int First, int Last) Window(int total, int start, int width)
    {
        if (total <= width)
        {
            return (0, total);
        }

        int room = width - Gap.Length;
        if (start < room * 3 / 4)
        {
            return (0, room);
        }

        room -= Gap.Length;
        int first = Math.Min(start - (room / 4), total - room - Gap.Length);
        return first + room + Gap.Length >= total ? (total - room - Gap.Length, total) : (first, first + room);
    }

    /// <summary>A wide character that the window cuts in half gives way to a space: the marks stay in place.</summary>
    private static string Text(ImmutableArray<TextCell> cells, int first, int last, int total)
    {
        IEnumerable<string> parts = cells
            .Where(cell => cell.End > first && (cell.Width > 0 ? cell.Start < last : cell.Start <= last))
            .Select(cell => cell.Start < first || cell.End > last
                ? new string(' ', Math.Min(cell.End, last) - Math.Max(cell.Start, first))
                : cell.Text);
        return (first > 0 ? Gap : "") + string.Concat(parts) + (last < total ? Gap : "");
    }
}
