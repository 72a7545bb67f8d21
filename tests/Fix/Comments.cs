using System.Text.RegularExpressions;

namespace PolicyGate.Fixing.Tests;

/// <summary>The comments of a text, and what looks like one within a scalar.</summary>
internal static partial class Comments
{
    /// <summary>Those that are in the first text more often than in the second.</summary>
    public static IEnumerable<string> LostBetween(string before, string after)
    {
        List<string> lost = [.. In(before)];
        foreach (string comment in In(after))
        {
            lost.Remove(comment);
        }

        return lost;
    }

    private static IEnumerable<string> In(string text) =>
        Comment().Matches(text).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"(?:^|\s)(#[^\r\n]*)")]
    private static partial Regex Comment();
}
