using System.Collections.Immutable;
using PolicyGate.Evaluate.Judge;
using PolicyGate.Evaluate.Parameters;
using PolicyGate.Model;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Governance;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Evaluate.Policies;

/// <summary>Policies that run in this process.</summary>
public sealed class LocalPolicyHost : IPolicyHost
{
    private readonly Dictionary<string, LoadedPolicy> policies;
    private readonly IProceedings? proceedings;
    private readonly Lazy<PolicyRoster> roster;

    /// <param name="policies">Ready to judge.</param>
    /// <param name="broken">Not ready.</param>
    /// <param name="proceedings">What surrounds each call, one after the other; null for trusted policies, which run on all cores.</param>
    public LocalPolicyHost(IEnumerable<LoadedPolicy> policies, IEnumerable<BrokenPolicy> broken, IProceedings? proceedings = null)
    {
        this.policies = policies.ToDictionary(policy => policy.Id, StringComparer.Ordinal);
        this.proceedings = proceedings;
        roster = new(() => PolicyRoster.Of(this.policies.Values.Select(policy => policy.Header), broken));
    }

    public PolicyRoster Roster => roster.Value;

    /// <exception cref="KeyNotFoundException">There is no such policy, or it is not ready.</exception>
    public PolicyHeader HeaderOf(string id) => policies[id].Header;

    public void Expect(Estate estate)
    {
    }

    public HostAnswers Judge(HostRequest request)
    {
        HostAnswers[] answers = new HostAnswers[request.Policies.Length];
        if (proceedings is null)
        {
            Workers.ForEach(answers.Length, index => answers[index] = Judge(request.Policies[index], request));
        }
        else
        {
            for (int index = 0; index < answers.Length; index++)
            {
                answers[index] = Judge(request.Policies[index], request);
            }
        }

        return new([.. answers.SelectMany(one => one.Policies)], [.. answers.SelectMany(one => one.Problems)]);
    }

    /// <summary>Has one policy judge.</summary>
    public HostAnswers Judge(PlannedPolicy planned, HostRequest request)
    {
        LoadedPolicy policy = policies[planned.Policy.Id];
        IProceedings around = proceedings ?? NoProceedings.Instance;
        (Dictionary<Environment, BoundParameters>? parameters, PolicyError? error) =
            around.Call(policy.Id, null, () => Bind(policy, planned));
        if (parameters is null)
        {
            return new([PolicyAnswers.Without(policy.Id, error!)], []);
        }

        ImmutableArray<ParameterProblem> problems = [.. parameters.Values.SelectMany(bound => bound.Problems)];
        return problems.IsEmpty
            ? new([new PolicyRun(policy, request, parameters, around).Judge()], [])
            : new([], [.. problems.Select(problem => problem with { Message = $"{policy.Id}: {problem.Message}" })]);
    }

    public void Dispose()
    {
    }

    private static Dictionary<Environment, BoundParameters> Bind(LoadedPolicy policy, PlannedPolicy planned)
    {
        Type? type = policy.Instance().ParametersType;
        Dictionary<Environment, BoundParameters> bound = [];
        foreach ((Environment environment, Application application) in planned.Applications)
        {
            bound.Add(environment, new(type, application.Parameters));
        }

        return bound;
    }
}
