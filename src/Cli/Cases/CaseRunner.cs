using System.Collections.Immutable;
using PolicyGate.Cli.Setup;
using PolicyGate.Evaluate.Judge;
using PolicyGate.Evaluate.Parameters;
using PolicyGate.Evaluate.Policies;
using PolicyGate.Load;
using PolicyGate.Load.Cases;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Governance;

namespace PolicyGate.Cli.Cases;

/// <summary>Runs the cases of policies: each file is an estate of its own, judged by one policy.</summary>
internal sealed class CaseRunner : IDisposable
{
    /// <summary>The day of every case, so that what expires does not make cases fail one morning.</summary>
    private static readonly DateTimeOffset Today = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private readonly ImmutableArray<CaseFile> cases;
    private readonly string root;
    private readonly bool isOutside;
    private readonly IPolicyHost host;
    private readonly Dictionary<string, PolicyHeader> ready;

    public CaseRunner(RunPolicies policies, IEnumerable<CaseFile> cases, string root, bool isOutside)
    {
        this.cases = [.. cases];
        this.root = root;
        this.isOutside = isOutside;
        host = policies.Open();
        ready = host.Roster.Policies.ToDictionary(policy => policy.Id, StringComparer.Ordinal);
    }

    public PolicyRoster Policies => host.Roster;

    public ImmutableArray<CaseResult> Run() => [.. cases.AsParallel().AsOrdered().Select(Run)];

    public void Dispose() => host.Dispose();

    private CaseResult Run(CaseFile file)
    {
        string name = RepositoryPath.Of(file.Path, root);
        if (!ready.TryGetValue(file.Policy, out PolicyHeader? policy))
        {
            return new(file, name, "error", [.. Broken(file.Policy)]);
        }

        PolicyCase given = PolicyCase.Read(file.Policy, file.Path, name, file.Expectation);
        EvaluationPlan plan = EvaluationPlan.Make(RequestOf(given, policy));
        HostAnswers answers = host.Judge(Evaluator.Ask(plan));
        return answers.Problems.IsEmpty
            ? CaseResult.Of(file, given, Evaluator.Conclude(plan, answers.Policies), isOutside)
            : new(file, name, "error", [.. answers.Problems.Select(Describe)]);
    }

    private IEnumerable<string> Broken(string id) =>
        Policies.Broken.Where(broken => broken.Source.Id == id)
            .SelectMany(broken => broken.Diagnostics.Select(diagnostic => diagnostic.ToString()));

    /// <summary>What cannot be read counts in our own cases; those of others are often fragments.</summary>
    private EvaluationRequest RequestOf(PolicyCase given, PolicyHeader policy) => new()
    {
        Estate = new Estate(given.Estate, given.Change, DateOnly.FromDateTime(Today.UtcDateTime), given.Surroundings),
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
