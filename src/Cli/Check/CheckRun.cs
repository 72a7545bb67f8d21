using System.Collections.Immutable;
using System.Globalization;
using PolicyGate.Cli.Setup;
using PolicyGate.Evaluate.Judge;
using PolicyGate.Evaluate.Parameters;
using PolicyGate.Evaluate.Policies;
using PolicyGate.Isolation.Supervision;
using PolicyGate.Load;
using PolicyGate.Load.Git;
using PolicyGate.Load.Settings;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Cli.Check;

/// <summary>One run of <c>policygate check</c>: load, judge, compare, report.</summary>
internal sealed class CheckRun : IDisposable
{
    private readonly CheckOptions options;
    private readonly IClusterStage? clusters;
    private readonly string root;
    private readonly Revisions revisions;
    private readonly SettingsRoot settings;
    private readonly Configuration configuration;
    private readonly Facts facts;
    private readonly SpareWorker? spare;
    private readonly Task<PolicyWorkspace> workspace;

    private CheckRun(CheckOptions options, string root, Revisions revisions, IClusterStage? clusters)
    {
        this.options = options;
        this.clusters = clusters;
        this.root = root;
        this.revisions = revisions;
        settings = new(options.PoliciesFrom is { } revision ? revisions.DirectoryOf(revision) : root, root);
        configuration = SettingsFiles.ReadConfiguration(settings, options.Configuration);
        facts = SettingsFiles.ReadFacts(options.Facts);
        spare = PolicyWorkspace.StartWorker(options, configuration, settings);
        workspace = Task.Run(() => PolicyWorkspace.Open(options, configuration, settings, spare));
    }

    /// <summary>Policies are made ready while manifests are read.</summary>
    private PolicyWorkspace Workspace => workspace.GetAwaiter().GetResult();

    /// <param name="options">What was asked.</param>
    /// <param name="clusters">What the estate is held against; null for nothing but its policies.</param>
    public static int Run(CheckOptions options, IClusterStage? clusters = null)
    {
        RefuseMissing(options.Paths);
        string root = RepositoryPath.RootOf(Path.GetFullPath(options.Paths[0]), Directory.GetCurrentDirectory());
        using Revisions revisions = new(root);
        using CheckRun run = new(options, root, revisions, clusters);
        Judged judged = run.Judge(root);
        if (options.Fix && FixRun.Apply(judged.Assessment, root))
        {
            judged = run.Judge(root);
        }

        Assessment assessment = run.Compare(judged) with { Isolation = run.Workspace.Policies.Isolation };
        Assessment shown = FixRun.WithEdits(assessment, root);
        ReportWriter.Write(shown, options, root);
        return ExitCode.Of(assessment.Gate);
    }

    public void Dispose() => spare?.Dispose();

    private static void RefuseMissing(ImmutableArray<string> paths)
    {
        if (paths.FirstOrDefault(path => !Path.Exists(path)) is { } missing)
        {
            throw new UsageException($"there is no file or directory '{missing}'");
        }
    }

    private ImmutableArray<string> Paths(string under) =>
        [.. options.Paths.Select(path => Path.Combine(under, Path.GetRelativePath(root, Path.GetFullPath(path)))).Where(Path.Exists)];

    /// <summary>
    /// The facts are about what is in the working tree: an earlier revision has none, or findings about the change would
    /// count as known before. Nor has it a cluster.
    /// </summary>
    /// <param name="under">The repository's root, or a copy of another revision.</param>
    private Judged Judge(string under)
    {
        EstateSource.Repository source = new(
            under,
            [.. Paths(under), .. configuration.Environments.Select(path => Path.Combine(under, path))],
            [.. configuration.Exclude.Select(exclusion => exclusion.Files)])
        {
            Facts = under == root ? [.. options.Facts.Select(Path.GetFullPath)] : [],
            Today = DateOnly.FromDateTime(options.Now.UtcDateTime),
        };
        return under == root && clusters is not null ? JudgeWith(clusters, source) : Judge(source);
    }

    /// <summary>Manifests are read on both sides while policies are made ready.</summary>
    private Judged Judge(EstateSource.Repository source)
    {
        Task<IPolicyHost> opening = workspace.ContinueWith(
            ready => ready.GetAwaiter().GetResult().Policies.Open(source), TaskScheduler.Default);
        EvaluationRequest request = Request(source, Collect(source));
        using IPolicyHost host = opening.GetAwaiter().GetResult();
        return new(request.Estate, Judge(host, request, isFirst: source.Root == root));
    }

    private Judged JudgeWith(IClusterStage stage, EstateSource.Repository source)
    {
        ClusterFacts facts = stage.Look(Request(source, Collect(source)), source);
        using IPolicyHost host = Workspace.Policies.Open(source, facts.Live.Source!);
        Assessment git = Judge(host, facts.Git, isFirst: true);
        Assessment live = Judge(host, facts.Live, isFirst: false);
        return new(facts.Git.Estate, Sides.Join(git, live, new(facts.Git.Estate, facts.Live.Estate)));
    }

    private Assessment Judge(IPolicyHost host, EvaluationRequest request, bool isFirst)
    {
        EvaluationPlan plan = EvaluationPlan.Make(request with { Policies = host.Roster });
        if (isFirst)
        {
            Refuse(plan);
            BrokenPolicies.Report(host.Roster);
        }

        HostAnswers answers = host.Judge(Evaluator.Ask(plan));
        return answers.Problems.IsEmpty
            ? Evaluator.Conclude(plan, answers.Policies)
            : throw new UsageException(answers.Problems.Distinct().Select(Line));
    }

    private Collection Collect(EstateSource.Repository source)
    {
        using ProgressLine progress = new();
        return Loader.Collect(new()
        {
            Root = source.Root,
            Paths = source.Paths,
            Exclude = configuration.Exclude,
            Progress = progress.Show,
        });
    }

    /// <summary>All but the policies, which take longer to be ready.</summary>
    private EvaluationRequest Request(EstateSource.Repository source, Collection collection)
    {
        Reading<RepositorySettings> read = SettingsReader.Read(
            collection with { Waivers = FindWaivers(source, collection) }, Workspace.Profiles);
        return new()
        {
            Estate = EstateOf(collection, source.Facts.IsEmpty ? Facts.None : facts, source.Today),
            Source = source,
            Policies = PolicyRoster.Of([], []),
            Profile = SettingsFiles.ChooseProfile(options.Profile ?? configuration.Profile ?? "default", Workspace.Profiles, read),
            Waivers = read.Value.Waivers,
            Problems = [.. collection.Problems, .. read.Problems],
            Files = [.. collection.Files.Select(account => FileAccounts.Of(account, configuration.Exclude))],
            Now = options.Now,
            FailOn = options.FailOn ?? configuration.FailOn ?? Severity.Low,
            PolicyGlob = options.PolicyGlob,
            Only = options.Environments,
            KeepJudgements = options.AllVerdicts || options.Outputs.Any(output => output.Report.NeedsJudgements),
        };
    }

    private static Estate EstateOf(Collection collection, Facts facts, DateOnly? today) =>
        new(collection.Environments, facts.Change, today, collection.Surroundings with { ImageFacts = facts.Images });

    /// <summary>A run that judges nothing says so; an open gate would be a lie.</summary>
    private void Refuse(EvaluationPlan plan)
    {
        EvaluationRequest request = plan.Request;
        if (request.Only.FirstOrDefault(name => request.Estate.Environments.All(environment => environment.Name != name)) is { } unknown)
        {
            string known = string.Join(", ", request.Estate.Environments.Select(environment => environment.Name));
            throw new UsageException($"there is no environment '{unknown}'; there are: {known}");
        }

        if (request.Estate.Environments.All(environment => environment.Resources.IsEmpty) && request.Problems.IsEmpty)
        {
            throw new UsageException(
                $"no Kubernetes manifest found in {string.Join(", ", options.Paths)}; name the directory that holds them");
        }

        if (plan.SelectsNothing && request.Policies.Broken.IsEmpty)
        {
            throw new UsageException($"the profile '{request.Profile.Name}' selects no policy; correct it, or name policies with --policy GLOB");
        }
    }

    private static string Line(ParameterProblem problem) => string.Create(
        CultureInfo.InvariantCulture,
        $"{problem.Location.File}:{problem.Location.Span.StartLine}:{problem.Location.Span.StartColumn}: {problem.Message}");

    /// <summary>Waivers of the change do not count where settings are those of an earlier revision.</summary>
    private ImmutableArray<Document> FindWaivers(EstateSource.Repository source, Collection estate)
    {
        bool isEarlier = settings.IsEarlier && source.Root == root;
        string from = isEarlier ? settings.Directory : source.Root;
        Collection near = isEarlier
            ? Loader.Collect(new() { Root = from, Paths = Paths(from), Exclude = configuration.Exclude })
            : estate;
        return SettingsFiles.FindWaivers([.. options.Waivers.Select(settings.Existing)], from, configuration, near);
    }

    private Assessment Compare(Judged judged)
    {
        try
        {
            Assessment within = options.ChangedSince is null
                ? judged.Assessment
                : Comparison.Within(judged.Assessment, revisions.Git.ChangedSince(options.ChangedSince));
            return (options.Baseline ?? options.Compare) is { } revision ? CompareWith(revision, judged.Estate, within) : within;
        }
        catch (GitException exception)
        {
            throw new UsageException(exception.Message.Split('\n'));
        }
    }

    /// <summary>A revision that has nothing to judge yet is no mistake: all findings are new then.</summary>
    private Assessment CompareWith(string revision, Estate estate, Assessment assessment)
    {
        Judged baseline = Judge(revisions.DirectoryOf(revision));
        Assessment compared = Comparison.Against(
            assessment, baseline.Assessment, revisions.Git.Resolve(revision), EstateChange.Untouched(baseline.Estate, estate));
        return options.Baseline is null ? compared : Comparison.WithoutKnown(compared, baseline.Assessment);
    }

    /// <summary>An estate and what came of it.</summary>
    private sealed record Judged(Estate Estate, Assessment Assessment);
}
