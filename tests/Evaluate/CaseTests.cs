using System.Globalization;
using System.Reflection;
using System.Text;
using PolicyGate.Compile;
using PolicyGate.Evaluate.Judge;
using PolicyGate.Evaluate.Policies;
using PolicyGate.Load;
using PolicyGate.Load.Policies;
using PolicyGate.Load.Settings;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Governance;
using PolicyGate.Tests;

namespace PolicyGate.Evaluate.Tests;

/// <summary>
/// Each folder of <c>cases</c> is a small repository: policies, manifests, profiles and waivers, and beside them what the
/// assessment should be.
/// </summary>
public sealed class CaseTests
{
    private static readonly string Cases = Repository.At("tests", "Evaluate", "cases");

    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Names => [.. Directory.GetDirectories(Cases).Select(path => Path.GetFileName(path)!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_assessment_is_as_expected(string name)
    {
        string directory = Path.Combine(Cases, name);
        string expected = Path.Combine(directory, "expected.txt");

        string actual = Judge(directory);

        if (System.Environment.GetEnvironmentVariable("POLICYGATE_ACCEPT") == "1")
        {
            File.WriteAllText(expected, actual);
        }

        actual.ShouldBe(File.ReadAllText(expected).ReplaceLineEndings("\n"));
    }

    private static string Judge(string directory)
    {
        using LocalPolicyHost host = HostOf([.. PolicyFiles.Find(directory, directory)]);
        Collection collection = Loader.Collect(new() { Root = directory, Paths = ["."] });
        Reading<RepositorySettings> settings = SettingsReader.Read(collection, []);
        EvaluationPlan plan = EvaluationPlan.Make(new()
        {
            Estate = new Estate(collection.Environments),
            Policies = host.Roster,
            Profile = settings.Value.Profiles.FirstOrDefault() ?? Everything,
            Waivers = settings.Value.Waivers,
            Problems = [.. collection.Problems, .. settings.Problems],
            Now = Now,
            KeepJudgements = true,
        });
        HostAnswers answers = host.Judge(Evaluator.Ask(plan));
        return answers.Problems.IsEmpty
            ? Describe(Evaluator.Conclude(plan, answers.Policies))
            : string.Concat(answers.Problems.Select(problem => $"refused {Place(problem.Location)}: {problem.Message}\n"));
    }

    private static LocalPolicyHost HostOf(PolicySource[] sources)
    {
        CompiledPolicies compiled = PolicyCompiler.Compile(sources);
        List<LoadedPolicy> ready = [];
        List<BrokenPolicy> broken = [];
        foreach (PolicySource source in sources)
        {
            if (compiled.Diagnostics.TryGetValue(source.Id, out PolicyDiagnostic[]? diagnostics))
            {
                broken.Add(new(source, ErrorCode.Refused, [.. diagnostics]));
                continue;
            }

            PolicyAssembly assembly = PolicyAssembly.Of(Assembly.Load(compiled.Image), NoProceedings.Instance);
            (LoadedPolicy? policy, PolicyError? error) = assembly.Load(source, isForeign: true);
            if (policy is null)
            {
                broken.Add(BrokenPolicy.Because(source, error!.Code, error.Message));
            }
            else
            {
                ready.Add(policy);
            }
        }

        return new(ready, broken);
    }

    private static Profile Everything => new("everything", [new()
    {
        Environments = new(),
        Policies = ["**"],
        Enabled = true,
        Parameters = new Model.Nodes.Document("", 0, new Model.Nodes.Mapping([], false, default)).Root,
        Location = Model.Nodes.Location.None,
    }], Model.Nodes.Location.None);

    private static string Describe(Assessment assessment)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"gate {assessment.Gate}\n");
        foreach (PolicySummary policy in assessment.Policies)
        {
            string vacuous = policy.IsVacuous ? ", vacuous" : "";
            text.Append(CultureInfo.InvariantCulture, $"{policy.Id}: {policy.Pass} pass, {policy.Fail} fail, {policy.Waived} waived, {policy.Error} error, {policy.NotApplicable} n-a{vacuous}\n");
        }

        foreach (Finding finding in assessment.Findings)
        {
            string waived = finding.Waiver is { } waiver ? $" (waived by {waiver.Name})" : "";
            text.Append(CultureInfo.InvariantCulture, $"{Place(finding.Location)}: {finding.Severity} {finding.Verdict} {finding.Policy}: {finding.Message}{waived}\n");
        }

        foreach (Judgement judgement in assessment.Judgements.Where(judgement => judgement.Outcome == Outcome.Pass))
        {
            string seen = string.Join("; ", judgement.Evidence.Select(evidence => $"{Place(evidence.Location)} {evidence.Path} = '{evidence.Value}'"));
            text.Append(CultureInfo.InvariantCulture, $"{judgement.Policy} passes {judgement.Subject}, having seen {seen}\n");
        }

        return text.ToString();
    }

    private static string Place(Model.Nodes.Location location) =>
        string.Create(CultureInfo.InvariantCulture, $"{location.File}:{location.Span.StartLine}:{location.Span.StartColumn}");
}
