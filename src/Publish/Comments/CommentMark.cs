using System.Text.RegularExpressions;

namespace PolicyGate.Publish.Comments;

/// <summary>
/// The hidden lines at the start of what this program writes into conversations: of which name it is, by which run. Anybody
/// can write the same, so the author counts too.
/// </summary>
internal sealed partial record CommentMark(string Name, RunIdentity? Run)
{
    /// <summary>The same for every run.</summary>
    public string Line => $"<!-- policygate:{Escaped(Name)} -->";

    public override string ToString() => Run is null ? Line : $"{Line}\n<!-- policygate-run:{Run} -->";

    public bool IsIn(string body) => body.StartsWith(Line, StringComparison.Ordinal);

    /// <summary>Which run wrote a body; null when it does not say.</summary>
    public static RunIdentity? RunOf(string body) => RunIdentity.Parse(RunLine().Match(body).Groups[1].Value);

    /// <summary>Nothing in a name ends the comment of HTML that it stands in.</summary>
    private static string Escaped(string name) => Uri.EscapeDataString(name).Replace("--", "-%2D", StringComparison.Ordinal);

    [GeneratedRegex(@"\A<!-- policygate:\S* -->\r?\n<!-- policygate-run:([0-9.]+) -->")]
    private static partial Regex RunLine();
}
