using System.Text.RegularExpressions;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>A setting that a policy looks for, found in some object.</summary>
/// <param name="Place">Where it is written.</param>
/// <param name="Text">What stands there, no more than what makes it one: never a password beside it.</param>
/// <param name="Why">What it does.</param>
public sealed record FoundSetting(Node Place, string Text, string Why);

/// <summary>What a line of a configuration file, a script or a connection string may say.</summary>
/// <param name="Pattern">Matches that and nothing around it.</param>
/// <param name="Why">What it does.</param>
internal sealed record TextRule(Regex Pattern, string Why)
{
    /// <summary>What the text starts with.</summary>
    public FoundSetting? AtStartOf(string text, Node place) =>
        Pattern.Match(text) is { Success: true, Index: 0 } match ? new(place, match.Value.Trim(), Why) : null;

    /// <summary>The first in lines that are no comment.</summary>
    public FoundSetting? In(string text, Node place)
    {
        foreach (Match match in Pattern.Matches(text))
        {
            int start = text.LastIndexOf('\n', Math.Max(0, match.Index - 1)) + 1;
            string before = text[Math.Min(start, match.Index)..match.Index].TrimStart();
            if (before is not ['#' or ';', ..] && !before.StartsWith("//", StringComparison.Ordinal) && !match.Value.TrimStart().StartsWith('#'))
            {
                return new(place, match.Value.Trim(), Why);
            }
        }

        return null;
    }
}
