using System.Collections.Immutable;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Assessments;

/// <summary>
/// Takes of a verdict what a report can hold, and mends what a policy left out, wherever the policy ran. A verdict that
/// fails goes on failing, with at least one problem.
/// </summary>
public static class VerdictLimits
{
    /// <summary>Problems of one verdict; the last says how many are left out.</summary>
    public const int MostProblems = 100;

    /// <summary>Places of one verdict's evidence; its reason says how many are left out.</summary>
    public const int MostEvidence = 100;

    /// <param name="verdict">As the policy gave it.</param>
    /// <param name="subject">What was judged: the place of a problem that names none.</param>
    /// <returns>The same verdict when there is nothing to change.</returns>
    public static Verdict Apply(Verdict verdict, Node subject) =>
        IsWithin(verdict) ? verdict : verdict.With(
            Seen(verdict), Problems(verdict, subject), PolicyText.Reason(Reason(verdict)));

    private static bool IsWithin(Verdict verdict) =>
        verdict is { Seen: { IsDefault: false, Length: <= MostEvidence }, Reason.Length: <= PolicyText.LongestMessage }
        && verdict.Problems.Length <= MostProblems
        && (verdict.Outcome != Outcome.Fail || verdict.Problems.Length > 0)
        && verdict.Seen.All(place => place is not null)
        && verdict.Problems.All(IsWithin);

    private static bool IsWithin(Problem? problem) =>
        problem is { Place: not null, Message.Length: <= PolicyText.LongestMessage }
        && !VisibleText.IsBlank(problem.Message)
        && (problem.Fix is null || FixLimits.IsWithin(problem.Fix));

    private static ImmutableArray<Node> Seen(Verdict verdict) =>
        [.. Given(verdict.Seen).OfType<Node>().Take(MostEvidence)];

    private static string Reason(Verdict verdict)
    {
        int more = Given(verdict.Seen).Length - MostEvidence;
        string said = PolicyText.Cut(verdict.Reason ?? "", PolicyText.LongestMessage - MostCounting);
        return more > 0 ? $"{said} ({PolicyText.Number(more)} more places were seen)".TrimStart() : verdict.Reason ?? "";
    }

    /// <summary>Room for saying how many places are left out, in characters.</summary>
    private const int MostCounting = 50;

    private static ImmutableArray<Problem> Problems(Verdict verdict, Node subject)
    {
        ImmutableArray<Problem> problems = Given(verdict.Problems);
        if (problems.IsEmpty && verdict.Outcome == Outcome.Fail)
        {
            return [Mended(null, subject)];
        }

        return problems.Length <= MostProblems
            ? [.. problems.Select(problem => Mended(problem, subject))]
            : [.. problems.Take(MostProblems - 1).Select(problem => Mended(problem, subject)), Rest(problems, subject)];
    }

    /// <summary>At the place of the first that is left out, which somebody has to change anyway.</summary>
    private static Problem Rest(ImmutableArray<Problem> problems, Node subject)
    {
        Problem first = Mended(problems[MostProblems - 1], subject);
        string number = PolicyText.Number(problems.Length - MostProblems + 1);
        return new(first.Place, PolicyText.Message($"{number} more problems are not shown; the first: {first.Message}"), null);
    }

    private static Problem Mended(Problem? problem, Node subject)
    {
        Node place = problem?.Place ?? subject;
        string message = PolicyText.Message(problem?.Message);
        return problem?.Fix is not { } fix || FixLimits.IsWithin(fix)
            ? new(place, message, problem?.Fix)
            : new(place, PolicyText.Message($"(its fix is left out: {FixLimits.Rule}) {message}"), null);
    }

    private static ImmutableArray<T> Given<T>(ImmutableArray<T> items) => items.IsDefault ? [] : items;
}
