using System.Security.Cryptography;
using System.Text;
using PolicyGate.CodeHost;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;
using PolicyGate.Publish.Received;
using PolicyGate.Texts;

namespace PolicyGate.Publish.Suggestions;

/// <summary>Lines of a diff and what a fix makes of them.</summary>
/// <param name="Finding">What it mends.</param>
/// <param name="FirstLine">From 1.</param>
/// <param name="LastLine">Included.</param>
/// <param name="Lines">What is to stand there instead; none to take the lines away.</param>
internal sealed record Suggestion(ReceivedFinding Finding, int FirstLine, int LastLine, string[] Lines)
{
    /// <summary>
    /// Null when the fix is not one edit whose lines the diff shows, or when it would bring what cannot be seen.
    /// </summary>
    public static Suggestion? Of(ReceivedFinding finding, DiffLines diff)
    {
        if (finding.Edits is not [{ } edit] || edit.Replacement.Contains('\r', StringComparison.Ordinal))
        {
            return null;
        }

        Span span = edit.Span;
        bool isWhole = span.StartColumn == 1 && span.EndColumn == 1 && (edit.Replacement.Length == 0 || edit.Replacement.EndsWith('\n'));
        return (isWhole, span.EndLine > span.StartLine) switch
        {
            (false, _) => Within(finding, diff, edit),
            (true, true) => Instead(finding, diff, edit),
            (true, false) => Between(finding, diff, edit),
        };
    }

    /// <summary>By which it is found again: the same for the same change of the same file.</summary>
    public string Key => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{Finding.Location.File}\n{Finding.Policy}\n{Finding.Fingerprint}\n{string.Join('\n', Lines)}")))[..16];

    /// <summary>As a comment on its lines.</summary>
    /// <param name="mark">The hidden line by which it is found again.</param>
    public NewReviewComment Comment(string mark) => new()
    {
        Path = Finding.Edits[0].File,
        StartLine = FirstLine < LastLine ? FirstLine : null,
        Line = LastLine,
        Body = $"{mark}\n**{Finding.Severity.Name()}**, {MarkdownText.Code(Finding.Policy)}\\\n"
            + $"Found: {MarkdownText.Line(Finding.Message)}\n\n{Block()}",
    };

    private string Block()
    {
        string fence = new('`', Math.Max(3, Lines.Select(line => LongestRun(line) + 1).DefaultIfEmpty().Max()));
        return $"{fence}suggestion\n{string.Concat(Lines.Select(line => $"{line}\n"))}{fence}\n";
    }

    /// <summary>Whole lines take the place of whole lines.</summary>
    private static Suggestion? Instead(ReceivedFinding finding, DiffLines diff, TextEdit edit) =>
        diff.Between(edit.Span.StartLine, edit.Span.EndLine - 1) is not null
            ? Checked(new(finding, edit.Span.StartLine, edit.Span.EndLine - 1, LinesOf(edit.Replacement)))
            : null;

    /// <summary>Lines come in before a line: after the one above where the diff shows that, else before that one.</summary>
    private static Suggestion? Between(ReceivedFinding finding, DiffLines diff, TextEdit edit)
    {
        int line = edit.Span.StartLine;
        string[] brought = LinesOf(edit.Replacement);
        return diff.Between(line - 1, line - 1) is { } above ? Checked(new(finding, line - 1, line - 1, [.. above, .. brought]))
            : diff.Between(line, line) is { } below ? Checked(new(finding, line, line, [.. brought, .. below]))
            : null;
    }

    /// <summary>A stretch within lines: what stands before and after it stays.</summary>
    private static Suggestion? Within(ReceivedFinding finding, DiffLines diff, TextEdit edit)
    {
        Span span = edit.Span;
        if (diff.Between(span.StartLine, span.EndLine) is not { } lines
            || span.StartColumn - 1 > lines[0].Length || span.EndColumn - 1 > lines[^1].Length)
        {
            return null;
        }

        string changed = lines[0][..(span.StartColumn - 1)] + edit.Replacement + lines[^1][(span.EndColumn - 1)..];
        return Checked(new(finding, span.StartLine, span.EndLine, changed.Split('\n')));
    }

    /// <summary>A line with a carriage return or with escapes in it is not what would be written.</summary>
    private static Suggestion? Checked(Suggestion suggestion) =>
        suggestion.Lines.Any(line => line.Contains('\r', StringComparison.Ordinal) || Model.VisibleText.Block(line) != line)
            ? null
            : suggestion;

    private static string[] LinesOf(string text) => text.Length == 0 ? [] : text[..^1].Split('\n');

    private static int LongestRun(string line)
    {
        int longest = 0;
        int current = 0;
        foreach (char character in line)
        {
            current = character == '`' ? current + 1 : 0;
            longest = Math.Max(longest, current);
        }

        return longest;
    }
}
