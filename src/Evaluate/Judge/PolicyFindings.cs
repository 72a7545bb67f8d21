using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Governance;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Evaluate.Judge;

/// <summary>What one policy said, as findings with their severity, waiver and fingerprint.</summary>
internal sealed class PolicyFindings
{
    /// <summary>Long values are cut in evidence; whole certificates and scripts help nobody.</summary>
    private const int LongestEvidence = 200;

    private readonly PolicyHeader policy;
    private readonly Dictionary<string, Application> applications = new(StringComparer.Ordinal);
    private readonly WaiverBook waivers;
    private readonly ImmutableArray<Finding>.Builder findings = ImmutableArray.CreateBuilder<Finding>();
    private int failed;
    private int waived;
    private int errors;

    public PolicyFindings(PlannedPolicy planned, PolicyAnswers answers, WaiverBook waivers, bool keepJudgements)
    {
        policy = planned.Policy;
        foreach ((Environment environment, Application application) in planned.Applications)
        {
            applications.Add(environment.Name, application);
        }

        this.waivers = waivers;
        foreach (Answer answer in answers.Answers)
        {
            Count(answer);
        }

        Summary = SummaryOf(answers);
        Judgements = keepJudgements ? [.. answers.Answers.Where(answer => answer.Subject.Length > 0).Select(JudgementOf)] : [];
    }

    public PolicySummary Summary { get; }

    public ImmutableArray<Finding> Findings => findings.ToImmutable();

    public ImmutableArray<Judgement> Judgements { get; }

    private void Count(Answer answer)
    {
        if (answer.Verdict is null)
        {
            errors++;
            findings.Add(FindingOf(answer, answer.Error!));
        }
        else if (answer.Verdict.Outcome == Outcome.Fail)
        {
            ImmutableArray<Finding> found = [.. answer.Verdict.Problems.Select(problem => FindingOf(answer, problem))];
            bool isWaived = found.All(finding => finding.IsWaived);
            waived += isWaived ? 1 : 0;
            failed += isWaived ? 0 : 1;
            findings.AddRange(found);
        }
    }

    private Finding FindingOf(Answer answer, Problem problem)
    {
        Finding finding = new()
        {
            Policy = policy.Id,
            Severity = applications.GetValueOrDefault(answer.Environment)?.Severity ?? policy.Severity,
            Verdict = Outcome.Fail,
            Message = problem.Message,
            Environment = answer.Environment,
            Resource = answer.Resource,
            Location = problem.Place.Location,
            Fingerprint = Fingerprints.Of(
                policy.Id, answer.Environment, answer.Resource?.ToString() ?? "", problem.Place.StablePath),
            Controls = policy.Controls,
            Remediation = policy.Remediation,
            Fix = problem.Fix,
        };
        return finding with { Waiver = waivers.For(finding, problem.Place.Path) };
    }

    private Finding FindingOf(Answer answer, PolicyError error)
    {
        Location location = answer.Place?.Location ?? new(policy.File, "", Span.Start);
        return new()
        {
            Policy = policy.Id,
            Severity = policy.Severity,
            Verdict = Outcome.Error,
            Code = error.Code,
            Message = error.Message,
            Environment = answer.Environment,
            Resource = answer.Resource,
            Location = location,
            Fingerprint = Fingerprints.Of(
                policy.Id, answer.Environment, answer.Resource?.ToString() ?? "", location.Path, error.Message),
            Controls = policy.Controls,
            Remediation = error.Code == ErrorCode.Unknown
                ? "Collect the facts again (`policygate facts`), with a token that may read what is missing; the reason says what."
                : $"Mend the policy {policy.File}: it must answer for every subject.",
        };
    }

    private Judgement JudgementOf(Answer answer) => new()
    {
        Policy = policy.Id,
        Environment = answer.Environment,
        Resource = answer.Resource,
        Subject = answer.Subject,
        Outcome = answer.Verdict?.Outcome ?? Outcome.Error,
        Reason = answer.Verdict?.Reason ?? answer.Error!.Message,
        Evidence = [.. answer.Verdict?.Seen.Select(EvidenceOf) ?? []],
    };

    private static Evidence EvidenceOf(Node seen)
    {
        string value = seen.ToString();
        return new(seen.Location, PolicyText.Path(seen.Path), value.Length <= LongestEvidence ? value : $"{value[..LongestEvidence]}…");
    }

    private PolicySummary SummaryOf(PolicyAnswers answers) => new()
    {
        Id = policy.Id,
        Title = policy.Title,
        Severity = policy.Severity,
        Controls = policy.Controls,
        Remediation = policy.Remediation,
        Reason = policy.Reason,
        Pass = answers.Passed,
        Fail = failed,
        Waived = waived,
        Error = errors,
        NotApplicable = answers.NotApplicable,
    };
}
