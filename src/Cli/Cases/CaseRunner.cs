using System.Collections.Immutable;
using PolicyGate.Evaluate.Policies;
using PolicyGate.Evaluate.Judge;
using PolicyGate.Evaluate.Parameters;
using PolicyGate.Load;
using PolicyGate.Load.Cases;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Governance;

namespace PolicyGate.Cli.Cases;

/// <summary>Runs the cases of policies: each file is an estate of its own, judged by one policy.</summary>
internal sealed class CaseRunner(PolicySet policies, string root, bool isOutside)
{
    /// <summary>The day of every case, so that what expires does not make cases fail one morning.</summary>
    private static readonly DateTimeOffset Today = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, LoadedPolicy> loaded =
        policies.Policies.ToDictionary(policy => policy.Id, StringComparer.Ordinal);

    public ImmutableArray<CaseResult> Run(IEnumerable<CaseFile> cases) => [.. cases.AsParallel().AsOrdered().Select(Run)];

    private CaseResult Run(CaseFile file)
    {
        string name = RepositoryPath.Of(file.Path, root);
        if (!loaded.TryGetValue(file.Policy, out LoadedPolicy? policy))
        {
            return new(file, name, "error", [.. Broken(file.Policy)]);
        }

        PolicyCase given = PolicyCase.Read(file.Policy, file.Path, name, file.Expectation);
        EvaluationPlan plan = EvaluationPlan.Make(RequestOf(given, policy));
        return plan.Problems.IsEmpty
            ? CaseResult.Of(file, given, Evaluator.Judge(plan), isOutside)
            : new(file, name, "error", [.. plan.Problems.Select(Describe)]);
    }

    private IEnumerable<string> Broken(string id) =>
        policies.Broken.Where(broken => broken.Source.Id == id)
            .SelectMany(broken => broken.Diagnostics.Select(diagnostic => diagnostic.ToString()));

    /// <summary>What cannot be read counts in our own cases; those of others are often fragments.</summary>
    private EvaluationRequest RequestOf(PolicyCase given, LoadedPolicy policy) => new()
    {
        Estate = new Estate(given.Estate),
        Policies = new([policy], []),
        Profile = ProfileOf(given),
        Problems = isOutside ? [] : [.. given.Problems.Where(problem => problem.Outcome == Outcome.Error)],
        Now = Today,
    };

    private static Profile ProfileOf(PolicyCase given) => new("case", [new()
    {
        Environments = new(),
        Policies = ["**"],
        Enabled = true,
        Parameters = given.Parameters,
        Location = given.Parameters.Location,
    }], given.Parameters.Location);

    private static string Describe(ParameterProblem problem) =>
        $"{problem.Location.File}:{problem.Location.Span.StartLine}: {problem.Message}";
}
