using PolicyGate.Evaluate.Judge;
using PolicyGate.Evaluate.Policies;
using PolicyGate.Isolation.Protocol;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;

namespace PolicyGate.Isolation.Supervision;

/// <summary>Asks twice, in two processes with different surroundings. A policy that answers differently has no answer.</summary>
internal sealed class VerifyingHost(IPolicyHost host, IPolicyHost again) : IPolicyHost
{
    public PolicyRoster Roster => host.Roster;

    public void Expect(Estate estate)
    {
        host.Expect(estate);
        again.Expect(estate);
    }

    public HostAnswers Judge(HostRequest request)
    {
        HostAnswers first = host.Judge(request);
        ILookup<string, PolicyAnswers> second = again.Judge(request).Policies.ToLookup(one => one.Policy, StringComparer.Ordinal);
        EstatePlaces places = new(request.Estate);
        return first with { Policies = [.. first.Policies.Select(one => Same(one, second[one.Policy].FirstOrDefault(), places))] };
    }

    public void Dispose()
    {
        host.Dispose();
        again.Dispose();
    }

    private static PolicyAnswers Same(PolicyAnswers first, PolicyAnswers? second, EstatePlaces places)
    {
        if (second is not null && Bytes(first, places).Span.SequenceEqual(Bytes(second, places).Span))
        {
            return first;
        }

        Answer? differing = second is null
            ? null
            : first.Answers.Zip(second.Answers).FirstOrDefault(pair => !Same(pair.First, pair.Second, places)).First;
        PolicyError error = new(ErrorCode.Unstable, "the policy answered differently when it was asked again in other surroundings");
        return PolicyAnswers.Only(first.Policy, differing is null ? Answer.Without(error) : differing with { Verdict = null, Error = error });
    }

    private static bool Same(Answer first, Answer second, EstatePlaces places) =>
        Bytes(PolicyAnswers.Only("", first), places).Span.SequenceEqual(Bytes(PolicyAnswers.Only("", second), places).Span);

    private static ReadOnlyMemory<byte> Bytes(PolicyAnswers answers, EstatePlaces places) => AnswersMessage.Write(answers, places);
}
