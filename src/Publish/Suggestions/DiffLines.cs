using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyGate.Publish.Suggestions;

/// <summary>
/// The lines of a file that a diff shows on its new side, which are those that a review may comment on
/// (<see href="https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html">unified diffs</see>).
/// </summary>
internal sealed partial class DiffLines
{
    private readonly Dictionary<int, (string Text, int Hunk)> lines = [];

    private DiffLines()
    {
    }

    /// <summary>Reads the hunks of one file; what is no hunk gives no lines.</summary>
    public static DiffLines Parse(string patch)
    {
        DiffLines diff = new();
        int hunk = 0;
        int line = 0;
        foreach (string written in patch.Split('\n'))
        {
            if (HunkHead().Match(written) is { Success: true } head
                && int.TryParse(head.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int start))
            {
                (hunk, line) = (hunk + 1, start);
            }
            else if (hunk > 0 && written is [' ' or '+', .. string text])
            {
                diff.lines[line++] = (text, hunk);
            }
        }

        return diff;
    }

    /// <summary>The text of the lines from one to another, both included; null unless one hunk shows them all.</summary>
    public string[]? Between(int first, int last)
    {
        if (last < first || last - first >= lines.Count)
        {
            return null;
        }

        (string Text, int Hunk)?[] found =
            [.. Enumerable.Range(first, last - first + 1).Select(line => lines.TryGetValue(line, out var one) ? one : ((string, int)?)null)];
        return found.All(one => one is not null && one.Value.Hunk == found[0]!.Value.Hunk)
            ? [.. found.Select(one => one!.Value.Text)]
            : null;
    }

    [GeneratedRegex(@"\A@@ -[0-9]+(?:,[0-9]+)? \+([0-9]+)(?:,[0-9]+)? @@")]
    private static partial Regex HunkHead();
}
