using System.Globalization;
using System.Text;
using DiffPlex;
using DiffPlex.Model;

namespace PolicyGate.Fixing;

/// <summary>Shows changes the way that reviewers know them.</summary>
public static class Diff
{
    private const int ContextLines = 3;

    /// <summary>
    /// The changes as a unified diff, with three lines around each, that <c>git apply</c> takes; empty when there are
    /// none. See https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html.
    /// </summary>
    /// <param name="file">Relative to the repository root, with forward slashes.</param>
    /// <param name="before">The whole text before.</param>
    /// <param name="after">The whole text after.</param>
    public static string Unified(string file, string before, string after)
    {
        DiffResult changes = new Differ().CreateCustomDiffs(before, after, ignoreWhiteSpace: false, Lines);
        if (changes.DiffBlocks.Count == 0)
        {
            return "";
        }

        StringBuilder diff = new($"--- a/{file}\n+++ b/{file}\n");
        foreach (List<DiffBlock> hunk in Hunks(changes))
        {
            WriteHunk(diff, changes, hunk);
        }

        return diff.ToString();
    }

    /// <summary>Lines with their ends, so that a changed line end is a change.</summary>
    private static string[] Lines(string text)
    {
        List<string> lines = [];
        for (int start = 0; start < text.Length;)
        {
            int lineBreak = text.IndexOf('\n', start);
            int end = lineBreak < 0 ? text.Length : lineBreak + 1;
            lines.Add(text[start..end]);
            start = end;
        }

        return [.. lines];
    }

    /// <summary>Changes whose surrounding lines meet are shown together.</summary>
    private static List<List<DiffBlock>> Hunks(DiffResult changes)
    {
        List<List<DiffBlock>> hunks = [];
        int reached = int.MinValue;
        foreach (DiffBlock block in changes.DiffBlocks)
        {
            if (block.DeleteStartA - ContextLines > reached)
            {
                hunks.Add([]);
            }

            hunks[^1].Add(block);
            reached = block.DeleteStartA + block.DeleteCountA + ContextLines;
        }

        return hunks;
    }

    private static void WriteHunk(StringBuilder diff, DiffResult changes, List<DiffBlock> blocks)
    {
        (DiffBlock first, DiffBlock last) = (blocks[0], blocks[^1]);
        int start = Math.Max(0, first.DeleteStartA - ContextLines);
        int end = Math.Min(changes.PiecesOld.Length, last.DeleteStartA + last.DeleteCountA + ContextLines);
        int newStart = first.InsertStartB - (first.DeleteStartA - start);
        int newEnd = last.InsertStartB + last.InsertCountB + (end - last.DeleteStartA - last.DeleteCountA);
        diff.Append(CultureInfo.InvariantCulture, $"@@ -{Range(start, end)} +{Range(newStart, newEnd)} @@\n");

        int at = start;
        foreach (DiffBlock block in blocks)
        {
            WriteLines(diff, ' ', changes.PiecesOld, at, block.DeleteStartA);
            at = block.DeleteStartA + block.DeleteCountA;
            WriteLines(diff, '-', changes.PiecesOld, block.DeleteStartA, at);
            WriteLines(diff, '+', changes.PiecesNew, block.InsertStartB, block.InsertStartB + block.InsertCountB);
        }

        WriteLines(diff, ' ', changes.PiecesOld, at, end);
    }

    /// <summary>The first line and how many there are; for none, the line before.</summary>
    private static string Range(int start, int end) =>
        string.Create(CultureInfo.InvariantCulture, $"{(end > start ? start + 1 : start)},{end - start}");

    private static void WriteLines(StringBuilder diff, char mark, string[] lines, int start, int end)
    {
        foreach (string line in lines[start..end])
        {
            diff.Append(mark).Append(line);
            if (!line.EndsWith('\n'))
            {
                diff.Append("\n\\ No newline at end of file\n");
            }
        }
    }
}
