using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Isolation.Protocol;

/// <summary>What one policy said of all its subjects.</summary>
public static class AnswersMessage
{
    public static ReadOnlyMemory<byte> Write(PolicyAnswers answers, EstatePlaces places)
    {
        PayloadWriter writer = new();
        writer.Text(answers.Policy);
        writer.Number(answers.Passed);
        writer.Number(answers.NotApplicable);
        writer.Many(answers.Answers, (to, answer) => WriteAnswer(to, answer, places));
        return writer.Payload;
    }

    /// <exception cref="ProtocolException">It speaks of what the estate does not have.</exception>
    public static PolicyAnswers Read(byte[] payload, EstatePlaces places) => PayloadReader.Read(payload, reader => new PolicyAnswers
    {
        Policy = reader.Text(),
        Passed = reader.Number(),
        NotApplicable = reader.Number(),
        Answers = reader.Many(from => ReadAnswer(from, places)),
    });

    private static void WriteAnswer(PayloadWriter writer, Answer answer, EstatePlaces places)
    {
        writer.Number(places.NumberOfEnvironment(answer.Environment));
        writer.Number(places.NumberOf(answer.Resource));
        writer.Text(answer.Subject);
        writer.Optional(answer.Place, EstatePlaces.Write);
        writer.Optional(answer.Verdict, WriteVerdict);
        writer.Optional(answer.Error, WriteError);
    }

    private static Answer ReadAnswer(PayloadReader reader, EstatePlaces places)
    {
        Answer answer = new()
        {
            Environment = places.Environment(reader.Number())?.Name ?? "",
            Resource = places.Resource(reader.Number()),
            Subject = PolicyText.Reason(reader.Text()),
            Place = reader.Optional(places.Read),
            Verdict = reader.Optional(from => ReadVerdict(from, places)),
            Error = reader.Optional(ReadError),
        };
        if (answer.Verdict is null == answer.Error is null || (answer.Verdict is not null && answer.Place is null))
        {
            throw new ProtocolException("an answer is neither a verdict nor an error");
        }

        return answer.Verdict is null ? answer : answer with { Verdict = VerdictLimits.Apply(answer.Verdict, answer.Place!) };
    }

    private static void WriteError(PayloadWriter writer, PolicyError error)
    {
        writer.Number((int)error.Code);
        writer.Text(error.Message);
    }

    private static PolicyError ReadError(PayloadReader reader) => new((ErrorCode)reader.Choice((int)ErrorCode.Unknown), PolicyText.Message(reader.Text()));

    private static void WriteVerdict(PayloadWriter writer, Verdict verdict)
    {
        writer.Number((int)verdict.Outcome);
        writer.Many(verdict.Seen, EstatePlaces.Write);
        writer.Many(verdict.Problems, (to, problem) =>
        {
            EstatePlaces.Write(to, problem.Place);
            to.Text(problem.Message);
            to.Optional(problem.Fix, FixCode.Write);
        });
        writer.Text(verdict.Reason);
    }

    private static Verdict ReadVerdict(PayloadReader reader, EstatePlaces places)
    {
        Outcome outcome = (Outcome)reader.Choice((int)Outcome.Error);
        ImmutableArray<Node> seen = reader.Many(places.Read);
        ImmutableArray<Problem> problems = reader.Many(from =>
            new Problem(places.Read(from), from.Text(), from.Optional(again => FixCode.Read(again, places))));
        string reason = reader.Text();
        return outcome == Outcome.Error || outcome == Outcome.Fail == problems.IsEmpty
            ? throw new ProtocolException("a verdict contradicts itself")
            : Verdict.From(outcome, seen, problems, reason);
    }
}
