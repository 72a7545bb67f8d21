using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PolicyGate.Model.Governance;

namespace PolicyGate.Compile.Source;

/// <summary>
/// The lines that begin with <c>#</c>. Those that only steer the compiler or fold text are blanked out together with
/// what they disable, so that members can be moved without them; those that reach outside the text, or move what it
/// says elsewhere, are refused.
/// </summary>
internal sealed class SourceDirectives(PolicySource source)
{
    private const int LongestLine = 400;

    private static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal)
    {
        ["r"] = "a policy may use what is in scope and nothing else: leave out '#r'",
        ["load"] = "a policy is one file: copy what it needs instead of '#load'",
        ["line"] = "'#line' would show findings elsewhere: leave it out",
        ["checksum"] = "'#pragma checksum' would show findings elsewhere: leave it out",
    };

    private readonly StringBuilder blanked = new(source.Text);
    private readonly HashSet<string> defined = new(StringComparer.Ordinal);
    private readonly Stack<Branch> branches = [];
    private readonly Stack<int> regions = [];
    private readonly List<PolicyDiagnostic> refusals = [];
    private bool isAtHead = true;

    /// <summary>The text without its directives and what they disable; every other character is where it was.</summary>
    public string Blanked => blanked.ToString();

    public IReadOnlyList<PolicyDiagnostic> Refusals =>
    [
        .. refusals,
        .. branches.Select(branch => Refusal(branch.Offset, "'#if' lacks its '#endif'")),
        .. regions.Select(offset => Refusal(offset, "'#region' lacks its '#endregion'")),
    ];

    /// <summary>Obeys the directive that begins here, and says where the text that counts goes on.</summary>
    /// <param name="offset">Of the <c>#</c>.</param>
    /// <param name="isFirst">Whether nothing but directives and comments comes before it.</param>
    public int Pass(int offset, bool isFirst)
    {
        isAtHead = isFirst;
        int at = PassLine(offset, isEnabled: true);
        while (at < source.Text.Length && branches.TryPeek(out Branch? branch) && !branch.IsTaken)
        {
            at = PassLine(at, isEnabled: false);
        }

        return at;
    }

    private int PassLine(int offset, bool isEnabled)
    {
        int length = source.Text.AsSpan(offset).IndexOfAny('\r', '\n');
        int end = length < 0 ? source.Text.Length : offset + length;
        string line = source.Text[offset..end].Trim();
        if (line.StartsWith('#'))
        {
            Obey(line, offset, isEnabled);
        }

        for (int at = offset; at < end; at++)
        {
            blanked[at] = ' ';
        }

        while (end < source.Text.Length && source.Text[end] is '\r' or '\n')
        {
            end++;
        }

        return end;
    }

    private void Obey(string line, int offset, bool isEnabled)
    {
        if (line.Length > LongestLine)
        {
            refusals.Add(Refusal(offset, $"a directive has at most {LongestLine} characters"));
            return;
        }

        string[] words = line[1..].Split([' ', '\t', '"', '('], StringSplitOptions.RemoveEmptyEntries);
        switch (words.FirstOrDefault(""))
        {
            case "if":
                branches.Push(new Branch(offset, isEnabled));
                Decide(line);
                break;
            case "elif" or "else" when branches.Count > 0:
                Decide(line);
                break;
            case "endif" when branches.Count > 0:
                branches.Pop();
                break;
            case "elif" or "else" or "endif":
                refusals.Add(Refusal(offset, $"'#{words[0]}' lacks its '#if'"));
                break;
            case var word when isEnabled:
                ObeyEnabled(word, words.ElementAtOrDefault(1) ?? "", offset);
                break;
        }
    }

    /// <summary>Takes the branch that begins here when its condition holds and none of its siblings was taken.</summary>
    private void Decide(string line)
    {
        Branch branch = branches.Peek();
        branch.IsTaken = branch.MayBeTaken && Holds(line);
        branch.MayBeTaken &= !branch.IsTaken;
    }

    private bool Holds(string line)
    {
        int end = line[1..].TrimStart().StartsWith("else", StringComparison.Ordinal) ? -1 : line.IndexOf("if", StringComparison.Ordinal) + 2;
        if (end < 0)
        {
            return true;
        }

        CSharpParseOptions options = new(preprocessorSymbols: defined);
        return SyntaxFactory.ParseSyntaxTree($"#if {line[end..]}\n#endif", options).GetRoot()
            .DescendantTrivia()
            .Select(trivia => trivia.GetStructure())
            .OfType<IfDirectiveTriviaSyntax>()
            .Any(directive => directive.ConditionValue);
    }

    private void ObeyEnabled(string word, string argument, int offset)
    {
        switch (word)
        {
            case "define" when isAtHead:
                defined.Add(argument);
                break;
            case "undef" when isAtHead:
                defined.Remove(argument);
                break;
            case "define" or "undef":
                refusals.Add(Refusal(offset, $"'#{word}' stands before everything else"));
                break;
            case "region":
                regions.Push(offset);
                break;
            case "endregion" when regions.TryPop(out _):
            case "pragma" when argument != "checksum":
            case "nullable" or "":
            case var shebang when shebang.StartsWith('!') && offset == 0:
                break;
            default:
                string name = word == "pragma" ? argument : word;
                refusals.Add(Refusal(offset, Refused.GetValueOrDefault(name, $"'#{name}' has no meaning in a policy: leave it out")));
                break;
        }
    }

    private PolicyDiagnostic Refusal(int offset, string message) => SourceLocation.Refuse(source, offset, "PG0104", message);

    /// <summary>One of the texts between <c>#if</c> and <c>#endif</c>.</summary>
    private sealed class Branch(int offset, bool mayBeTaken)
    {
        public int Offset { get; } = offset;

        public bool MayBeTaken { get; set; } = mayBeTaken;

        public bool IsTaken { get; set; }
    }
}
