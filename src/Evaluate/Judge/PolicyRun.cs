using System.Collections.Immutable;
using PolicyGate.Evaluate.Policies;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Evaluate.Judge;

/// <summary>What one policy said of all its subjects.</summary>
internal sealed record PolicyResult(
    PolicySummary Summary, ImmutableArray<Finding> Findings, ImmutableArray<Judgement> Judgements);

/// <summary>One policy at work.</summary>
internal sealed class PolicyRun
{
    /// <summary>Long values are cut in evidence; whole certificates and scripts help nobody.</summary>
    private const int LongestEvidence = 200;

    private readonly PlannedPolicy planned;
    private readonly EvaluationRequest request;
    private readonly WaiverBook waivers;
    private readonly ImmutableArray<Finding>.Builder findings = ImmutableArray.CreateBuilder<Finding>();
    private readonly ImmutableArray<Judgement>.Builder judgements = ImmutableArray.CreateBuilder<Judgement>();
    private readonly ImmutableArray<string> controls;
    private int passed;
    private int failed;
    private int waived;
    private int errors;
    private int notApplicable;

    private PolicyRun(PlannedPolicy planned, EvaluationRequest request, WaiverBook waivers)
    {
        this.planned = planned;
        this.request = request;
        this.waivers = waivers;
        controls = [.. Policy.Policy.Controls.Select(control => control.ToString())];
    }

    private LoadedPolicy Policy => planned.Policy;

    public static PolicyResult Judge(PlannedPolicy planned, EvaluationRequest request, WaiverBook waivers)
    {
        PolicyRun run = new(planned, request, waivers);
        run.JudgeAll();
        return new(run.Summary(), run.findings.ToImmutable(), run.judgements.ToImmutable());
    }

    private void JudgeAll()
    {
        IEnumerator<Subject>? subjects = null;
        try
        {
            subjects = Policy.Policy.SubjectsIn(request.Estate).GetEnumerator();
        }
        catch (Exception exception)
        {
            CouldNotList(exception);
        }

        while (subjects is not null && Next(subjects) is { } subject)
        {
            if (planned.Applications.TryGetValue(subject.Environment, out Application? application))
            {
                Count(subject, application, Judge(subject, application));
            }
        }
    }

    /// <summary>Whatever a policy throws is a verdict: it could not say who is to be judged.</summary>
    private Subject? Next(IEnumerator<Subject> subjects)
    {
        try
        {
            return subjects.MoveNext() ? subjects.Current : null;
        }
        catch (Exception exception)
        {
            CouldNotList(exception);
            return null;
        }
    }

    /// <summary>Whatever a policy throws is a verdict: it could not judge this subject.</summary>
    private (Verdict? Verdict, string Error) Judge(Subject subject, Application application)
    {
        try
        {
            Verdict? verdict = Policy.Policy.Judge(subject, application.Parameters);
            return (verdict, verdict is null ? "the policy gave no verdict" : "");
        }
        catch (Exception exception)
        {
            return (null, $"the policy threw {Thrown.Describe(exception)}");
        }
    }

    private void CouldNotList(Exception exception)
    {
        errors++;
        string message = $"the policy could not list its subjects: it threw {Thrown.Describe(exception)}";
        findings.Add(PolicyError(message, "", null, new(Policy.Source.File, "", Span.Start)));
    }

    private void Count(Subject subject, Application application, (Verdict? Verdict, string Error) answer)
    {
        switch (answer.Verdict?.Outcome)
        {
            case Outcome.Pass:
                passed++;
                break;
            case Outcome.NotApplicable:
                notApplicable++;
                break;
            case Outcome.Fail:
                CountFailure(subject, application, answer.Verdict);
                break;
            default:
                errors++;
                findings.Add(PolicyError(answer.Error, subject.Environment.Name, subject.Reference, subject.Node.Location));
                break;
        }

        if (request.KeepJudgements)
        {
            judgements.Add(JudgementOf(subject, answer));
        }
    }

    private void CountFailure(Subject subject, Application application, Verdict verdict)
    {
        ImmutableArray<Finding> found = [.. verdict.Problems.Select(problem => FindingOf(subject, application, problem))];
        if (found.All(finding => finding.IsWaived))
        {
            waived++;
        }
        else
        {
            failed++;
        }

        findings.AddRange(found);
    }

    private Finding FindingOf(Subject subject, Application application, Problem problem)
    {
        string environment = subject.Environment.Name;
        Finding finding = new()
        {
            Policy = Policy.Id,
            Severity = application.Severity,
            Verdict = Outcome.Fail,
            Message = problem.Message,
            Environment = environment,
            Resource = subject.Reference,
            Location = problem.Place.Location,
            Fingerprint = Fingerprints.Of(
                Policy.Id, environment, subject.Reference?.ToString() ?? "", problem.Place.StablePath),
            Controls = controls,
            Remediation = Policy.Policy.Remediation,
            Fix = problem.Fix,
        };
        return finding with { Waiver = waivers.For(finding, problem.Place.Path) };
    }

    private Finding PolicyError(string message, string environment, ResourceReference? resource, Location location) => new()
    {
        Policy = Policy.Id,
        Severity = Policy.Policy.Severity,
        Verdict = Outcome.Error,
        Message = message,
        Environment = environment,
        Resource = resource,
        Location = location,
        Fingerprint = Fingerprints.Of(Policy.Id, environment, resource?.ToString() ?? "", location.Path, message),
        Controls = controls,
        Remediation = $"Mend the policy {Policy.Source.File}: it must answer for every subject.",
    };

    private Judgement JudgementOf(Subject subject, (Verdict? Verdict, string Error) answer) => new()
    {
        Policy = Policy.Id,
        Environment = subject.Environment.Name,
        Resource = subject.Reference,
        Subject = subject.Description,
        Outcome = answer.Verdict?.Outcome ?? Outcome.Error,
        Reason = answer.Verdict?.Reason ?? answer.Error,
        Evidence = [.. answer.Verdict?.Seen.Select(EvidenceOf) ?? []],
    };

    private static Evidence EvidenceOf(Node seen)
    {
        string value = seen.ToString();
        return new(seen.Location, seen.Path, value.Length <= LongestEvidence ? value : $"{value[..LongestEvidence]}…");
    }

    private PolicySummary Summary() => new()
    {
        Id = Policy.Id,
        Title = Policy.Policy.Title,
        Severity = Policy.Policy.Severity,
        Controls = controls,
        Remediation = Policy.Policy.Remediation,
        Reason = Policy.Source.Reason,
        Pass = passed,
        Fail = failed,
        Waived = waived,
        Error = errors,
        NotApplicable = notApplicable,
    };
}
