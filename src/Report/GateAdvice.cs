using PolicyGate.Model.Assessments;
using PolicyGate.Texts;

namespace PolicyGate.Report;

/// <summary>What the gate's state means, and what to do next.</summary>
internal static class GateAdvice
{
    public static string For(Assessment assessment) => assessment.Gate switch
    {
        Gate.Open => Open(assessment, new Totals(assessment)),
        Gate.Closed => Closed(assessment, new Totals(assessment)),
        Gate.Inconclusive => Inconclusive(new Totals(assessment)),
        _ => throw new ArgumentOutOfRangeException(nameof(assessment)),
    };

    private static string Open(Assessment assessment, Totals totals) => totals.Tolerated switch
    {
        0 => "Nothing to do.",
        int mild => $"{Words.Count(mild, "finding is", "findings are")} below --fail-on {assessment.FailOn.Name()}.",
    };

    private static string Closed(Assessment assessment, Totals totals)
    {
        int closing = totals.OpenFindings - totals.Tolerated;
        string mend = closing == 1 ? "Mend the finding" : $"Mend the {Words.Number(closing)} findings";
        string mild = totals.Tolerated > 0 ? $" ({Words.Number(totals.Tolerated)} more below it)" : "";
        return $"{mend} of severity {assessment.FailOn.Name()} or worse{mild}, or have each accepted by a waiver; "
            + "`policygate explain ID` says why a policy exists and how to meet it.";
    }

    private static string Inconclusive(Totals totals)
    {
        int failing = totals.OpenFindings - totals.Unjudged;
        string others = Words.Count(failing, "other finding stands", "other findings stand");
        string also = failing > 0 ? $" {others} besides." : "";
        string what = totals.Unjudged > 0 ? Words.Count(totals.Unjudged, "thing", "things") : "Something";
        return $"{what} could not be judged, so nobody can say that all is well: mend what is marked as not judged, "
            + $"then run again.{also}";
    }
}
