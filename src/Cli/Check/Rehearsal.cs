using PolicyGate.Evaluate.Judge;
using PolicyGate.Model.Assessments;

namespace PolicyGate.Cli.Check;

/// <summary>
/// What follows the answers, gone through once without any while a worker judges and this process has nothing else to do:
/// the runtime has loaded it all by the time that it is needed.
/// </summary>
internal static class Rehearsal
{
    public static void Play(EvaluationPlan plan, CheckOptions options, string root)
    {
        Assessment empty = Evaluator.Conclude(plan, [.. plan.Policies.Select(planned => Silence(planned.Policy.Id))]);
        ReportWriter.Rehearse(FixRun.WithEdits(empty, root), options, root);
    }

    private static PolicyAnswers Silence(string policy) => new() { Policy = policy, Passed = 0, NotApplicable = 0, Answers = [] };
}
