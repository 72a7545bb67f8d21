using System.Collections.Immutable;
using PolicyGate.Cli.Cases;
using PolicyGate.Cli.Setup;
using PolicyGate.Load.Cases;
using PolicyGate.Model.Governance;
using PolicyGate.Texts;

namespace PolicyGate.Cli.Listing;

/// <summary>The page of one policy, from what it says of itself and from its cases.</summary>
internal static class PolicyPage
{
    public static string Of(PolicyHeader policy, ImmutableArray<PolicyRoot> roots, ImmutableArray<Profile> profiles) =>
        string.Join("\n\n", ((string?[])
        [
            $"# {MarkdownText.Line(policy.Title)}",
            Facts(policy, profiles),
            MarkdownText.Line(policy.Reason),
            $"**What to do:** {MarkdownText.Line(policy.Remediation)}",
            Parameters(policy),
            .. CaseFiles.Beside(roots).Where(one => one.Policy == policy.Id).GroupBy(one => one.Expectation)
                .OrderBy(group => Order(group.Key)).Select(group => Examples(group.Key, [.. group])),
        ]).OfType<string>()) + "\n";

    private static string Facts(PolicyHeader policy, ImmutableArray<Profile> profiles) =>
        $"""
        | | |
        |---|---|
        | id | `{policy.Id}` |
        | severity | {policy.Severity.Name()} |
        | controls | {MarkdownText.Cell(string.Join(", ", policy.Controls))} |
        | profiles | {MarkdownText.Cell(string.Join(", ", profiles.Select(profile => ProfileReach.Of(profile, policy.Id)).Where(reach => reach.Length > 0)))} |
        """.ReplaceLineEndings("\n");

    private static string? Parameters(PolicyHeader policy) => policy.Parameters.Value.Length == 0 ? null :
        $"""
        | parameter | type | default |
        |---|---|---|
        {string.Join("\n", policy.Parameters.Value.Select(one => $"| {MarkdownText.CellCode(one.Name)} | {MarkdownText.Cell(one.Type)} | {MarkdownText.CellCode(one.Default)} |"))}
        """.ReplaceLineEndings("\n");

    private static int Order(Expectation expectation) => expectation switch
    {
        Expectation.Fail => 0,
        Expectation.Pass => 1,
        _ => 2,
    };

    private static string Heading(Expectation expectation) => expectation switch
    {
        Expectation.Fail => "## Fails",
        Expectation.Pass => "## Passes",
        _ => "## Does not apply",
    };

    private static string Examples(Expectation expectation, ImmutableArray<CaseFile> cases) =>
        string.Join("\n\n", [Heading(expectation), .. cases.Select(Example)]);

    /// <summary>The fence is longer than any in the case, so that the case cannot end it.</summary>
    private static string Example(CaseFile example)
    {
        string text = example.Text.ReplaceLineEndings("\n").TrimEnd();
        string fence = new('`', Math.Max(3, LongestTicks(text) + 1));
        return $"{MarkdownText.Line(Why(example))}\n\n{fence}yaml\n{text}\n{fence}";
    }

    /// <summary>What the file's name says between the expectation and the ending: <c>fail.not-set.yaml</c> is "not set".</summary>
    private static string Why(CaseFile example)
    {
        string name = Path.GetFileNameWithoutExtension(example.Path);
        string why = name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..].Replace('-', ' ');
        return $"{char.ToUpperInvariant(why[0])}{why[1..]}:";
    }

    private static int LongestTicks(string text)
    {
        int longest = 0, current = 0;
        foreach (char character in text)
        {
            current = character == '`' ? current + 1 : 0;
            longest = Math.Max(longest, current);
        }

        return longest;
    }
}
