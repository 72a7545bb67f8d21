using System.Collections.Immutable;
using PolicyGate.Evaluate.Judge;
using PolicyGate.Isolation.Protocol;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Governance;

namespace PolicyGate.Worker;

/// <summary>Announces every call of a policy, and measures it.</summary>
internal sealed class MeteredProceedings : IProceedings
{
    private readonly Journal journal;
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    public MeteredProceedings(Journal journal, ImmutableArray<PolicySource> sources)
    {
        this.journal = journal;
        for (int index = 0; index < sources.Length; index++)
        {
            numbers.Add(sources[index].Id, index);
        }
    }

    /// <summary>The places of the estate that is judged; null while policies are made ready.</summary>
    public EstatePlaces? Places { get; set; }

    public void Begin(string policy, Subject? subject)
    {
        if (subject is null || Places is null)
        {
            journal.Announce(WorkerStep.Preparing, numbers[policy]);
        }
        else
        {
            journal.Announce(
                WorkerStep.Judging,
                numbers[policy],
                Places.NumberOf(subject.Environment),
                Places.NumberOf(subject.Reference),
                subject.Description);
        }
    }

    public PolicyError? End() => null;
}
