using System.Collections.Immutable;
using System.Globalization;
using PolicyGate.Model.Governance;

namespace PolicyGate.Model.Assessments;

/// <summary>
/// How much text the gate takes from a policy, in UTF-16 units, and what it shows where there is none. What is cut says
/// so, within the limit. The text itself stays as it is: each report makes it visible and encodes it.
/// </summary>
public static class PolicyText
{
    /// <summary>Of a problem, of a reason, of what a policy threw.</summary>
    public const int LongestMessage = 2_000;

    /// <summary>Of a title and of a remediation.</summary>
    public const int LongestSentence = 500;

    /// <summary>Of one control.</summary>
    public const int LongestControl = 100;

    public const int MostControls = 50;

    public const int MostParameters = 100;

    /// <summary>Errors of one policy that does not compile; the last says how many are left out.</summary>
    public const int MostDiagnostics = 100;

    /// <summary>A policy's words about itself, within the limits.</summary>
    public static PolicyHeader Limited(PolicyHeader header) => header with
    {
        Title = Title(header.Title),
        Reason = Reason(header.Reason),
        Controls = Controls(header.Controls.IsDefault ? [] : header.Controls),
        Remediation = Remediation(header.Remediation),
        Parameters = new(() => [.. header.Parameters.Value.Take(MostParameters).Select(Limited)]),
    };

    /// <summary>What the compiler or a check says of a policy, of which much may be the policy's own text.</summary>
    public static ImmutableArray<PolicyDiagnostic> Limited(ImmutableArray<PolicyDiagnostic> diagnostics)
    {
        IEnumerable<PolicyDiagnostic> first = diagnostics.Take(MostDiagnostics)
            .Select(diagnostic => diagnostic with { Message = Message(diagnostic.Message) });
        if (diagnostics.Length <= MostDiagnostics)
        {
            return [.. first];
        }

        string more = Number(diagnostics.Length - MostDiagnostics + 1);
        PolicyDiagnostic last = diagnostics[MostDiagnostics - 1];
        return
        [
            .. first.SkipLast(1),
            last with { Message = Message($"{more} more errors are not shown; the first: {last.Message}") },
        ];
    }

    /// <summary>What is wrong; a stand-in for what nobody could see, so that the finding stays one.</summary>
    public static string Message(string? text) => VisibleText.IsBlank(text) ? "(no message)" : Cut(text!, LongestMessage);

    /// <summary>Why a verdict is as it is, or why a policy exists; may be empty.</summary>
    public static string Reason(string? text) => Cut(text ?? "", LongestMessage);

    public static string Title(string? text) => VisibleText.IsBlank(text) ? "(no title)" : Cut(text!, LongestSentence);

    /// <summary>May be empty.</summary>
    public static string Remediation(string? text) => Cut(text ?? "", LongestSentence);

    /// <summary>The path of a place, which a policy may make up where there is nothing.</summary>
    public static string Path(string path) => Cut(path, LongestSentence);

    /// <summary>The clauses that a policy names, without those that are blank; the last says how many are left out.</summary>
    public static ImmutableArray<string> Controls(IEnumerable<string?> controls)
    {
        ImmutableArray<string> named =
            [.. controls.Where(control => !VisibleText.IsBlank(control)).Select(control => Cut(control!, LongestControl))];
        return named.Length <= MostControls
            ? named
            : [.. named.Take(MostControls - 1), $"… ({Number(named.Length - MostControls + 1)} more controls)"];
    }

    /// <summary>At most that many characters, of which the last say how many are gone; never half a surrogate pair.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        int kept = length - Gone(text.Length).Length;
        kept = char.IsHighSurrogate(text[kept - 1]) ? kept - 1 : kept;
        return text[..kept] + Gone(text.Length - kept);
    }

    private static ParameterDescription Limited(ParameterDescription parameter) => new(
        Cut(parameter.Name, LongestControl), Cut(parameter.Type, LongestControl), Cut(parameter.Default, LongestSentence));

    internal static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Gone(int characters) => $"… ({Number(characters)} more characters)";
}
