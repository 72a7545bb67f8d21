using System.Collections.Immutable;
using PolicyGate.Evaluate.Compile;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Governance;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Evaluate.Judge;

/// <summary>Judges an estate: a pure function of the plan.</summary>
public static class Evaluator
{
    /// <summary>In objects. Below it one thread is as fast as two (docs/performance.md).</summary>
    private const int SmallEstate = 500;

    public static Assessment Judge(EvaluationPlan plan)
    {
        EvaluationRequest request = plan.Request;
        WaiverBook waivers = new(request);
        PolicyResult[] results = Run(plan, policy => PolicyRun.Judge(policy, request, waivers));
        ImmutableArray<Finding> findings = Ordered(
        [
            .. results.SelectMany(result => result.Findings),
            .. request.Problems.Select(FromProblem),
            .. BrokenPolicies(request).SelectMany(FromBroken),
            .. waivers.Findings,
        ]);
        return new()
        {
            Gate = Gates.Of(findings, request.FailOn),
            Now = request.Now,
            FailOn = request.FailOn,
            Profile = request.Profile.Name,
            Environments = [.. request.Estate.Environments.Select(Summary)],
            Resources = request.Estate.Environments.Sum(environment => environment.Resources.Length),
            Policies = [.. results.Select(result => result.Summary)],
            Judgements = [.. results.SelectMany(result => result.Judgements)],
            Findings = findings,
            Files = request.Files,
        };
    }

    /// <summary>Side by side where there is enough to do; threads cost more than a small estate.</summary>
    private static PolicyResult[] Run(EvaluationPlan plan, Func<PlannedPolicy, PolicyResult> judge)
    {
        PolicyResult[] results = new PolicyResult[plan.Policies.Length];
        if (plan.Request.Estate.Environments.Sum(environment => environment.Resources.Length) < SmallEstate)
        {
            for (int index = 0; index < results.Length; index++)
            {
                results[index] = judge(plan.Policies[index]);
            }
        }
        else
        {
            RunSideBySide(results, index => judge(plan.Policies[index]));
        }

        return results;
    }

    /// <summary>Apart, so that a small run does not load what it does not use.</summary>
    private static void RunSideBySide(PolicyResult[] results, Func<int, PolicyResult> judge) =>
        Parallel.For(0, results.Length, index => results[index] = judge(index));

    private static IEnumerable<BrokenPolicy> BrokenPolicies(EvaluationRequest request) =>
        request.Policies.Broken.Where(broken =>
            request.PolicyGlob is null || PolicyGlob.Matches(request.PolicyGlob, broken.Source.Id));

    /// <summary>By place, so that a reader goes through each file once; then by policy.</summary>
    private static ImmutableArray<Finding> Ordered(IEnumerable<Finding> findings) => Fingerprints.Distinct(
    [
        .. findings
            .OrderBy(finding => finding.Environment, StringComparer.Ordinal)
            .ThenBy(finding => finding.Location)
            .ThenBy(finding => finding.Policy, StringComparer.Ordinal)
            .ThenBy(finding => finding.Message, StringComparer.Ordinal)
    ]);

    private static EnvironmentSummary Summary(Model.Estates.Environment environment) =>
        new(environment.Name, environment.Node.Location.File, environment.Resources.Length);

    private static Finding FromProblem(LoadProblem problem) => new()
    {
        Policy = problem.Id,
        Severity = problem.Severity,
        Verdict = problem.Outcome,
        Message = problem.Message,
        Environment = "",
        Location = problem.Location,
        Fingerprint = Fingerprints.Of(problem.Id, problem.Location.File, problem.Location.Path, problem.Message),
        Remediation = problem.Remediation,
    };

    private static IEnumerable<Finding> FromBroken(BrokenPolicy broken) =>
        broken.Diagnostics.Select(diagnostic => new Finding
        {
            Policy = broken.Source.Id,
            Severity = Severity.High,
            Verdict = Outcome.Error,
            Message = $"error {diagnostic.Code}: {diagnostic.Message}",
            Environment = "",
            Location = new(
                diagnostic.File, "", new Span(diagnostic.Line, diagnostic.Column, diagnostic.Line, diagnostic.Column)),
            Fingerprint = Fingerprints.Of(broken.Source.Id, diagnostic.Code, diagnostic.Message),
            Remediation = "Mend the policy; until then nothing that it would judge counts as passed.",
        });
}
