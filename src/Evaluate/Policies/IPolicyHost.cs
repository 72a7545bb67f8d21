using System.Collections.Immutable;
using PolicyGate.Evaluate.Judge;
using PolicyGate.Evaluate.Parameters;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Governance;

namespace PolicyGate.Evaluate.Policies;

/// <summary>Where policies run: in this process, or in one that holds nothing worth stealing.</summary>
public interface IPolicyHost : IDisposable
{
    /// <summary>Which policies can judge. The first call may take as long as compiling does.</summary>
    PolicyRoster Roster { get; }

    /// <summary>
    /// Gets ready for an estate that it is going to be asked about, while questions are still planned. What goes wrong
    /// then is told by the answers.
    /// </summary>
    void Expect(Estate estate);

    /// <summary>Has policies of the roster judge an estate. Whatever a policy does, there is an answer.</summary>
    HostAnswers Judge(HostRequest request);
}

/// <summary>The policies of a run, ready or broken, each in the order of their ids.</summary>
public sealed record PolicyRoster(ImmutableArray<PolicyHeader> Policies, ImmutableArray<BrokenPolicy> Broken)
{
    public static PolicyRoster Of(IEnumerable<PolicyHeader> policies, IEnumerable<BrokenPolicy> broken) => new(
        policies.ToImmutableArray().Sort((one, other) => string.CompareOrdinal(one.Id, other.Id)),
        broken.ToImmutableArray().Sort((one, other) => string.CompareOrdinal(one.Source.Id, other.Source.Id)));
}

/// <summary>What came back.</summary>
/// <param name="Policies">One for each policy that was asked, in any order.</param>
/// <param name="Problems">Parameters that a profile sets and a policy does not take.</param>
public sealed record HostAnswers(ImmutableArray<PolicyAnswers> Policies, ImmutableArray<ParameterProblem> Problems)
{
    public static HostAnswers None { get; } = new([], []);
}
