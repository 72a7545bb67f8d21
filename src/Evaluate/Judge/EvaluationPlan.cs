using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Governance;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Evaluate.Judge;

/// <summary>Which policies apply where, with which parameters and severities.</summary>
public sealed class EvaluationPlan
{
    private EvaluationPlan(EvaluationRequest request, ImmutableArray<PlannedPolicy> policies)
    {
        Request = request;
        Policies = policies;
    }

    public EvaluationRequest Request { get; }

    /// <summary>No policy applies to any environment.</summary>
    public bool SelectsNothing => Policies.IsEmpty;

    public ImmutableArray<PlannedPolicy> Policies { get; }

    public static EvaluationPlan Make(EvaluationRequest request) => new(
        request,
        [
            .. request.Policies.Policies
                .Select(policy => new PlannedPolicy(policy, ApplicationsOf(policy, request)))
                .Where(planned => planned.Applications.Count > 0)
        ]);

    private static IReadOnlyDictionary<Environment, Application> ApplicationsOf(PolicyHeader policy, EvaluationRequest request)
    {
        Dictionary<Environment, Application> applications = [];
        foreach (Environment environment in request.Estate.Environments)
        {
            bool isWanted = request.Only.IsEmpty || request.Only.Contains(environment.Name);
            if (isWanted && ApplicationIn(environment, policy, request) is { } application)
            {
                applications.Add(environment, application);
            }
        }

        return applications;
    }

    private static Application? ApplicationIn(Environment environment, PolicyHeader policy, EvaluationRequest request)
    {
        ImmutableArray<ProfileRule> rules = [.. request.Profile.Rules.Where(rule => Admits(rule, environment, policy.Id))];
        bool isEnabled = request.PolicyGlob is null
            ? rules.LastOrDefault()?.Enabled ?? false
            : PolicyGlob.Matches(request.PolicyGlob, policy.Id);
        if (!isEnabled)
        {
            return null;
        }

        Severity? severity = rules.LastOrDefault(rule => rule.Severity is not null)?.Severity;
        return new(severity ?? policy.Severity, [.. rules.SelectMany(rule => rule.Parameters.Fields)]);
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
