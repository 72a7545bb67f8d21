using System.Collections.Immutable;
using PolicyGate.Evaluate.Policies;
using PolicyGate.Evaluate.Parameters;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Governance;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Evaluate.Judge;

/// <summary>How one policy applies to one environment.</summary>
internal sealed record Application(Severity Severity, object? Parameters);

/// <summary>A policy and the environments it applies to.</summary>
internal sealed record PlannedPolicy(LoadedPolicy Policy, IReadOnlyDictionary<Environment, Application> Applications);

/// <summary>Which policies apply where, with which parameters and severities.</summary>
public sealed class EvaluationPlan
{
    private EvaluationPlan(EvaluationRequest request, ImmutableArray<PlannedPolicy> policies, ImmutableArray<ParameterProblem> problems)
    {
        Request = request;
        Policies = policies;
        Problems = problems;
    }

    public EvaluationRequest Request { get; }

    /// <summary>Parameters that a profile sets and a policy does not take: an error of configuration.</summary>
    public ImmutableArray<ParameterProblem> Problems { get; }

    /// <summary>No policy applies to any environment.</summary>
    public bool SelectsNothing => Policies.IsEmpty;

    internal ImmutableArray<PlannedPolicy> Policies { get; }

    public static EvaluationPlan Make(EvaluationRequest request)
    {
        var problems = ImmutableArray.CreateBuilder<ParameterProblem>();
        ImmutableArray<PlannedPolicy> policies =
        [
            .. request.Policies.Policies
                .Select(policy => new PlannedPolicy(policy, ApplicationsOf(policy, request, problems)))
                .Where(planned => planned.Applications.Count > 0)
        ];
        return new(request, policies, [.. problems.Distinct()]);
    }

    private static IReadOnlyDictionary<Environment, Application> ApplicationsOf(
        LoadedPolicy policy, EvaluationRequest request, ImmutableArray<ParameterProblem>.Builder problems)
    {
        Dictionary<Environment, Application> applications = [];
        foreach (Environment environment in request.Estate.Environments)
        {
            bool isWanted = request.Environment is null || request.Environment == environment.Name;
            if (isWanted && ApplicationIn(environment, policy, request, problems) is { } application)
            {
                applications.Add(environment, application);
            }
        }

        return applications;
    }

    private static Application? ApplicationIn(
        Environment environment,
        LoadedPolicy policy,
        EvaluationRequest request,
        ImmutableArray<ParameterProblem>.Builder problems)
    {
        ImmutableArray<ProfileRule> rules = [.. request.Profile.Rules.Where(rule => Admits(rule, environment, policy.Id))];
        bool isEnabled = request.PolicyGlob is null
            ? rules.LastOrDefault()?.Enabled ?? false
            : PolicyGlob.Matches(request.PolicyGlob, policy.Id);
        if (!isEnabled)
        {
            return null;
        }

        IEnumerable<Node> fields = rules.SelectMany(rule => rule.Parameters.Fields);
        (object? parameters, ImmutableArray<ParameterProblem> refused) =
            ParameterBinder.Bind(policy.Policy.ParametersType, fields);
        problems.AddRange(refused.Select(problem => problem with { Message = $"{policy.Id}: {problem.Message}" }));
        Severity? severity = rules.LastOrDefault(rule => rule.Severity is not null)?.Severity;
        return new(severity ?? policy.Policy.Severity, parameters);
    }

    private static bool Admits(ProfileRule rule, Environment environment, string policy) =>
        rule.Policies.Any(glob => PolicyGlob.Matches(glob, policy)) && Admits(rule.Environments, environment);

    private static bool Admits(EnvironmentSelector selector, Environment environment) =>
        Admits(selector.Names, environment.Name)
        && Admits(selector.Classes, environment["spec.class"].Text)
        && Admits(selector.Isolations, environment["spec.isolation"].Text)
        && Admits(selector.Data, environment["spec.data"].Text)
        && Admits(selector.Criticalities, environment.Criticality)
        && Admits(selector.Entities, environment.Entity);

    private static bool Admits(ImmutableArray<string> globs, string text) =>
        globs.IsEmpty || globs.Any(glob => PolicyGlob.Matches(glob, text));
}
