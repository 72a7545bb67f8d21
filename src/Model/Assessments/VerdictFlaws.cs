using System.Collections.Immutable;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Assessments;

/// <summary>
/// Verdicts that are mistakes of the policy: without a place nobody can check what it says. A text that is missing is
/// mended instead, see <see cref="VerdictLimits"/>.
/// </summary>
public static class VerdictFlaws
{
    /// <summary>What is wrong with a verdict, as the end of a sentence about the policy; null when nothing is.</summary>
    public static string? Of(Verdict verdict) => verdict switch
    {
        { Outcome: Outcome.Fail, Problems.IsDefaultOrEmpty: true } => "gave a failure without a problem",
        { Outcome: Outcome.Fail } when verdict.Problems.Any(problem => problem?.Place is null) => "gave a failure at no place",
        { Outcome: Outcome.Pass, Seen.IsDefaultOrEmpty: true } => "gave a pass that has seen no place",
        { Outcome: Outcome.Pass or Outcome.Fail } when HasGap(verdict.Seen) => "gave a verdict on the evidence of no place",
        _ => null,
    };

    private static bool HasGap(ImmutableArray<Node> seen) => seen.IsDefault || seen.Any(place => place is null);
}
