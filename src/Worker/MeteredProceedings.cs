using System.Collections.Immutable;
using PolicyGate.Evaluate.Judge;
using PolicyGate.Isolation.Protocol;
using PolicyGate.Metering;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Governance;

namespace PolicyGate.Worker;

/// <summary>Announces every call of a policy, and measures it.</summary>
internal sealed class MeteredProceedings : IProceedings
{
    /// <summary>Resources that one budget allows for while a policy lists its subjects.</summary>
    private const int ResourcesOfBudget = 5_000;

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

    private Budget wide = Budget.Default;

    /// <summary>The places of the estate that is judged; null while policies are made ready.</summary>
    public EstatePlaces? Places { get; private set; }

    /// <summary>From here on this estate is judged. Who lists subjects may look at all of it.</summary>
    public void TakeUp(Estate estate)
    {
        Places = new(estate);
        wide = Budget.Default.Times(1 + (estate.Resources.Count() / ResourcesOfBudget));
    }

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

        Meter.Begin(subject is null ? wide : Budget.Default);
    }

    public PolicyError? End() => Meter.End().Hit is { } limit
        ? new(ErrorCode.Budget, $"the policy was stopped: {Limits.Describe(limit)}")
        : null;
}
