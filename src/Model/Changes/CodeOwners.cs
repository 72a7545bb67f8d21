using System.Collections.Immutable;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Changes;

/// <summary>Who owns which files, as the CODEOWNERS file of the branch says that a change goes to.</summary>
public sealed class CodeOwners
{
    private readonly ImmutableArray<(OwnedPattern? Pattern, CodeOwnerRule Rule)> rules;

    private CodeOwners(string file, ImmutableArray<CodeOwnerRule> rules)
    {
        File = file;
        Rules = rules;
        this.rules = [.. rules.Select(rule => (OwnedPattern.Parse(rule.Pattern), rule))];
    }

    /// <summary>Where it was found; empty when there is none.</summary>
    public string File { get; }

    /// <summary>In the order of the file.</summary>
    public ImmutableArray<CodeOwnerRule> Rules { get; }

    /// <summary>The rule that decides about a file: the last that matches. Null when none does.</summary>
    public CodeOwnerRule? RuleFor(string path)
    {
        for (int index = rules.Length - 1; index >= 0; index--)
        {
            if (rules[index].Pattern?.Matches(path) == true)
            {
                return rules[index].Rule;
            }
        }

        return null;
    }

    /// <summary>None when nobody owns it: no rule matches, or the last that does names nobody.</summary>
    public ImmutableArray<string> OwnersOf(string path) => RuleFor(path)?.Owners ?? [];

    internal static CodeOwners Of(Node place) => new(
        VisibleText.Line(place["file"].Text),
        [.. place["rules"].Items.Select(rule => new CodeOwnerRule(rule["pattern"].Text, [.. rule["owners"].Texts]) { Place = rule })]);
}

/// <summary>A line of a CODEOWNERS file.</summary>
/// <param name="Pattern">Which files.</param>
/// <param name="Owners"><c>@login</c>, <c>@organization/team</c> or an e-mail address; none takes the files' owner away.</param>
public sealed record CodeOwnerRule(string Pattern, ImmutableArray<string> Owners)
{
    /// <summary>Where it stands; null when it was not read from a file or from facts.</summary>
    public Node? Place { get; init; }

    /// <summary>
    /// The lines of a file that GitHub would take. A line with a pattern that it does not know, or an owner that is none, is
    /// left out, as GitHub does ("If any line in your CODEOWNERS file contains invalid syntax, that line will be skipped").
    /// </summary>
    public static ImmutableArray<CodeOwnerRule> Parse(string text) =>
        [.. text.Split('\n').Select(ParseLine).OfType<CodeOwnerRule>()];

    private static CodeOwnerRule? ParseLine(string line)
    {
        List<string> words = WordsOf(line);
        return words.Count > 0 && OwnedPattern.Parse(words[0]) is not null && words.Skip(1).All(IsOwner)
            ? new(words[0], [.. words.Skip(1)])
            : null;
    }

    /// <summary>Words end at white space that has no <c>\</c> before it; <c>#</c> at a word's beginning ends the line.</summary>
    private static List<string> WordsOf(string line)
    {
        List<string> words = [];
        int start = -1;
        for (int index = 0; index <= line.Length; index++)
        {
            bool isGap = index == line.Length || (line[index] is ' ' or '\t' or '\r' && (start < 0 || line[index - 1] != '\\'));
            if (isGap && start >= 0)
            {
                words.Add(line[start..index]);
                start = -1;
            }
            else if (!isGap && start < 0)
            {
                if (line[index] == '#')
                {
                    break;
                }

                start = index;
            }
        }

        return words;
    }

    private static bool IsOwner(string word) => word.IndexOf('@', StringComparison.Ordinal) is >= 0 and int at && at < word.Length - 1;
}
