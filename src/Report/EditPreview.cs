using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Report;

/// <summary>A line that a fix takes away (<c>-</c>) or brings (<c>+</c>).</summary>
internal sealed record ChangedLine(char Sign, string Text);

/// <summary>What the edits of a fix do to the lines they touch, without the lines that stay the same.</summary>
internal static class EditPreview
{
    public static ImmutableArray<ChangedLine> Of(Fix fix, ISourceLines source) =>
        [.. fix.Edits.SelectMany(edit => Changes(edit, source))];

    private static IEnumerable<ChangedLine> Changes(TextEdit edit, ISourceLines source)
    {
        Span span = edit.Span;
        string[] before =
        [
            .. Enumerable.Range(span.StartLine, Math.Max(1, span.EndLine - span.StartLine + 1))
                .Select(line => source.Line(edit.File, line) ?? ""),
        ];
        string kept = Until(before[0], span.StartColumn);
        string rest = before[^1][Until(before[^1], span.EndColumn).Length..];
        string[] after = (kept + edit.Replacement.ReplaceLineEndings("\n") + rest).Split('\n');
        int common = Math.Min(before.Length, after.Length);
        int head = CountWhile(common, index => before[index] == after[index]);
        int tail = CountWhile(common - head, index => before[^(index + 1)] == after[^(index + 1)]);
        return
        [
            .. before[head..^tail].Select(line => new ChangedLine('-', line)),
            .. after[head..^tail].Select(line => new ChangedLine('+', line)),
        ];
    }

    private static int CountWhile(int most, Predicate<int> holds)
    {
        int count = 0;
        while (count < most && holds(count))
        {
            count++;
        }

        return count;
    }

    private static string Until(string line, int column) => line[..Math.Clamp(column - 1, 0, line.Length)];
}
