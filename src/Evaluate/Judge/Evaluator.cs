using System.Collections.Immutable;
using PolicyGate.Model;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Governance;
using PolicyGate.Model.Live;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Evaluate.Judge;

/// <summary>From a plan to an assessment: a pure function, but for what the policies answer in between.</summary>
public static class Evaluator
{
    /// <summary>On a small estate the findings of so many take less time than a thread takes to get going.</summary>
    private const int PoliciesOfThread = 64;

    /// <summary>What policies have to answer for this plan.</summary>
    public static HostRequest Ask(EvaluationPlan plan) => new()
    {
        Estate = plan.Request.Estate,
        Policies = plan.Policies,
        KeepPasses = plan.Request.KeepJudgements,
    };

    /// <summary>The assessment that follows from the answers.</summary>
    /// <param name="plan">What was asked.</param>
    /// <param name="answers">One for each policy of the plan.</param>
    public static Assessment Conclude(EvaluationPlan plan, ImmutableArray<PolicyAnswers> answers)
    {
        EvaluationRequest request = plan.Request;
        WaiverBook waivers = new(request);
        Dictionary<string, PolicyAnswers> given = answers.ToDictionary(one => one.Policy, StringComparer.Ordinal);
        PolicyFindings[] results = new PolicyFindings[plan.Policies.Length];
        Workers.ForEach(results.Length, index => results[index] = FindingsOf(plan.Policies[index]), PoliciesOfThread);
        ImmutableArray<Finding> findings = Numbered(
        [
            .. results.SelectMany(result => result.Findings),
            .. request.Problems.Select(FromProblem),
            .. request.Drifts.Select(drift => FromDrift(drift, waivers)),
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
            Resources = request.Estate.Resources.Count(),
            Policies = [.. results.Select(result => result.Summary)],
            Judgements = [.. results.SelectMany(result => result.Judgements)],
            Findings = findings,
            Files = request.Files,
            Clusters = request.Clusters,
        };

        PolicyFindings FindingsOf(PlannedPolicy planned) => new(planned, given[planned.Policy.Id], waivers, request.KeepJudgements);
    }

    private static IEnumerable<BrokenPolicy> BrokenPolicies(EvaluationRequest request) =>
        request.Policies.Broken.Where(broken =>
            request.PolicyGlob is null || PolicyGlob.Matches(request.PolicyGlob, broken.Source.Id));

    private static ImmutableArray<Finding> Numbered(IEnumerable<Finding> findings) => Fingerprints.Distinct(Ordered(findings));

    /// <summary>By place, so that a reader goes through each file once; then by policy.</summary>
    internal static ImmutableArray<Finding> Ordered(IEnumerable<Finding> findings) =>
    [
        .. findings
            .OrderBy(finding => finding.Environment, StringComparer.Ordinal)
            .ThenBy(finding => finding.Location)
            .ThenBy(finding => finding.Policy, StringComparer.Ordinal)
            .ThenBy(finding => finding.Message, StringComparer.Ordinal)
    ];

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

    private static Finding FromDrift(DriftFinding drift, WaiverBook waivers)
    {
        Finding finding = new()
        {
            Policy = drift.Id,
            Severity = drift.Severity,
            Verdict = drift.Outcome,
            Message = drift.Message,
            Environment = drift.Environment,
            Resource = drift.Resource,
            Location = drift.Location,
            Fingerprint = Fingerprints.Of(drift.Id, drift.Environment, drift.Resource?.ToString() ?? "", drift.Identity),
            Remediation = drift.Remediation,
        };
        return finding with { Waiver = waivers.For(finding, drift.Path) };
    }

    private static IEnumerable<Finding> FromBroken(BrokenPolicy broken) =>
        broken.Diagnostics.Select(diagnostic => new Finding
        {
            Policy = broken.Source.Id,
            Severity = Severity.High,
            Verdict = Outcome.Error,
            Code = broken.Code,
            Message = $"error {diagnostic.Code}: {diagnostic.Message}",
            Environment = "",
            Location = new(
                diagnostic.File, "", new Span(diagnostic.Line, diagnostic.Column, diagnostic.Line, diagnostic.Column)),
            Fingerprint = Fingerprints.Of(broken.Source.Id, diagnostic.Code, diagnostic.Message),
            Remediation = "Mend the policy; until then nothing that it would judge counts as passed.",
        });
}
