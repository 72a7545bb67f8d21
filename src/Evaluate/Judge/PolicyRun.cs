using System.Collections.Immutable;
using PolicyGate.Evaluate.Parameters;
using PolicyGate.Evaluate.Policies;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Evaluate.Judge;

/// <summary>One policy at work.</summary>
internal sealed class PolicyRun(
    LoadedPolicy policy,
    HostRequest request,
    IReadOnlyDictionary<Environment, BoundParameters> parameters,
    IProceedings proceedings)
{
    /// <summary>Of judgements that run into a limit: each takes as long as a judgement may.</summary>
    private const int MostStopped = 10;

    private readonly ImmutableArray<Answer>.Builder answers = ImmutableArray.CreateBuilder<Answer>();
    private readonly ReportRoom room = new(policy.Header, request.Estate);
    private (Subject Subject, BoundParameters Parameters) question;
    private int passed;
    private int notApplicable;
    private int stopped;

    public PolicyAnswers Judge()
    {
        (List<Subject>? subjects, PolicyError? error) = proceedings.Call(policy.Id, null, ListSubjects);
        if (subjects is null)
        {
            answers.Add(Answer.Without(error! with { Message = $"{error.Message} (while it listed its subjects)" }));
        }

        // One for all: a large estate asks for a million verdicts.
        Func<Verdict?> judge = JudgeQuestion;
        foreach (Subject subject in subjects ?? [])
        {
            if (Exhaustion is { } exhausted)
            {
                answers.Add(Answer.Without(new(ErrorCode.Budget, $"{exhausted}; the other subjects are not judged")));
                break;
            }

            if (parameters.TryGetValue(subject.Environment, out BoundParameters? bound))
            {
                Count(subject, bound, judge);
            }
        }

        return new() { Policy = policy.Id, Passed = passed, NotApplicable = notApplicable, Answers = answers.ToImmutable() };
    }

    /// <summary>Why nothing more is asked of the policy; null while it may go on.</summary>
    private string? Exhaustion =>
        room.IsUsedUp ? "the policy says more than a report can hold"
        : stopped >= MostStopped ? "the policy was stopped too often"
        : null;

    private List<Subject> ListSubjects() => [.. policy.Instance().SubjectsIn(request.Estate)];

    private void Count(Subject subject, BoundParameters bound, Func<Verdict?> judge)
    {
        question = (subject, bound);
        (Verdict? given, PolicyError? error) = proceedings.Call(policy.Id, subject, judge);
        if (given is not null && VerdictFlaws.Of(given) is { } flaw)
        {
            (given, error) = (null, new(ErrorCode.Error, $"the policy {flaw}"));
        }

        Verdict? verdict = given is null ? null : VerdictLimits.Apply(given, subject.Node);
        if (verdict?.Outcome == Outcome.Pass)
        {
            passed++;
        }
        else if (verdict?.Outcome == Outcome.NotApplicable)
        {
            notApplicable++;
        }

        stopped += error?.Code == ErrorCode.Budget ? 1 : 0;
        if (request.KeepPasses || verdict is null or { Outcome: Outcome.Fail })
        {
            Answer answer = AnswerOf(subject, verdict, error);
            room.Take(answer);
            answers.Add(answer);
        }
    }

    private Verdict JudgeQuestion() => policy.Instance().Judge(question.Subject, question.Parameters.Value);

    private static Answer AnswerOf(Subject subject, Verdict? verdict, PolicyError? error) => new()
    {
        Environment = subject.Environment.Name,
        Resource = subject.Reference,
        Subject = subject.Description,
        Place = subject.Node,
        Verdict = verdict,
        Error = error,
    };
}
