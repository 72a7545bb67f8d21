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
    private readonly Task<PolicyWorkspace> workspace;
    private readonly bool mayBeForeign;
    private Task expecting = Task.CompletedTask;
    private Task? closing;

    private CheckRun(CheckOptions options, SpareWorker spare, string root, Revisions revisions, IClusterStage? clusters)
    {
        this.options = options;
        this.clusters = clusters;
        this.root = root;
        this.revisions = revisions;
        settings = new(options.PoliciesFrom is { } revision ? revisions.DirectoryOf(revision) : root, root);
        configuration = SettingsFiles.ReadConfiguration(settings, options.Configuration);
        facts = SettingsFiles.ReadFacts(options.Facts);
        mayBeForeign = PolicyWorkspace.MayBeForeign(options, configuration, settings);
        if (mayBeForeign)
        {
            spare.Start();
        }

        workspace = Task.Factory.StartNew(
            () => PolicyWorkspace.Open(options, configuration, settings, spare), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Policies are made ready while manifests are read.</summary>
    private PolicyWorkspace Workspace => workspace.GetAwaiter().GetResult();

    private IPolicyHost Host => Workspace.Host;

    /// <param name="options">What was asked.</param>
    /// <param name="spare">A worker for foreign policies, perhaps started already.</param>
    /// <param name="clusters">What the estate is held against; null for nothing but its policies.</param>
    public static int Run(CheckOptions options, SpareWorker spare, IClusterStage? clusters = null)
    {
        RefuseMissing(options.Paths);
        string root = RepositoryPath.RootOf(Path.GetFullPath(options.Paths[0]), Directory.GetCurrentDirectory());
        using Revisions revisions = new(root);
        using CheckRun run = new(options, spare, root, revisions, clusters);
        Judged judged = run.JudgeAll();
        if (options.Fix && FixRun.Apply(judged.Assessment, root))
        {
            judged = run.JudgeAll();
        }

        Assessment assessment = run.Compare(judged) with { Isolation = run.Workspace.Policies.Isolation };
        run.Close();
        Assessment shown = FixRun.WithEdits(assessment, root);
        ReportWriter.Write(shown, options, root);
        return ExitCode.Of(assessment.Gate);
    }

    public void Dispose()
    {
        Task.WaitAny(workspace);
        if (workspace.IsCompletedSuccessfully)
        {
            Close();
            closing!.Wait();
        }
    }

    /// <summary>Nothing more will be judged: a worker ends while reports are written.</summary>
    private void Close() => closing ??= Background(() =>
    {
        expecting.Wait();
        Host.Dispose();
    });

    private static Task Background(Action work) => Task.Factory.StartNew(
        work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static void RefuseMissing(ImmutableArray<string> paths)
    {
        if (paths.FirstOrDefault(path => !Path.Exists(path)) is { } missing)
        {
            throw new UsageException($"there is no file or directory '{missing}'");
        }
    }

    private ImmutableArray<string> Paths(string under) =>
        [.. options.Paths.Select(path => Path.Combine(under, Path.GetRelativePath(root, Path.GetFullPath(path)))).Where(Path.Exists)];

    /// <summary>The working tree, and the clusters when they are asked about.</summary>
    private Judged JudgeAll()
    {
        EvaluationRequest request = RequestFor(root);
        if (clusters is null)
        {
            return new(request.Estate, Judge(request, isFirst: true));
        }

        ClusterFacts facts = clusters.Look(request);
        Assessment git = Judge(facts.Git, isFirst: true);
        Assessment live = Judge(facts.Live, isFirst: false);
        return new(facts.Git.Estate, Sides.Join(git, live, new(facts.Git.Estate, facts.Live.Estate)));
    }

    private Assessment Judge(EvaluationRequest request, bool isFirst)
    {
        EvaluationPlan plan = EvaluationPlan.Make(request with { Policies = Host.Roster });
        if (isFirst)
        {
            Refuse(plan);
            BrokenPolicies.Report(Host.Roster);
        }

        if (mayBeForeign && isFirst)
        {
            Background(() => Rehearsal.Play(plan, options, root));
        }

        HostAnswers answers = Host.Judge(Evaluator.Ask(plan));
        return answers.Problems.IsEmpty
            ? Evaluator.Conclude(plan, answers.Policies)
            : throw new UsageException(answers.Problems.Distinct().Select(Line));
    }

    /// <param name="under">The repository's root, or a copy of another revision.</param>
    private Collection Collect(string under)
    {
        using ProgressLine progress = new();
        return Loader.Collect(new()
        {
            Root = under,
            Paths = [.. Paths(under), .. configuration.Environments.Select(path => Path.Combine(under, path))],
            Exclude = configuration.Exclude,
            Progress = progress.Show,
        });
    }

    /// <summary>
    /// All but the policies, which take longer to be ready. The facts are about what is in the working tree: an earlier
    /// revision has none, or findings about the change would count as known before.
    /// </summary>
    /// <param name="under">The repository's root, or a copy of another revision.</param>
    private EvaluationRequest RequestFor(string under)
    {
        Collection collection = Collect(under);
        Estate estate = EstateOf(collection, under == root ? facts : Facts.None);
        Expect(estate, under);
        Reading<RepositorySettings> read = SettingsReader.Read(
            collection with { Waivers = FindWaivers(under, collection) }, Workspace.Profiles);
        return new()
        {
            Estate = estate,
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

    /// <summary>A worker reads the estate while settings are read; unless it is yet to be made whole with what clusters hold.</summary>
    private void Expect(Estate estate, string under)
    {
        if (mayBeForeign && (clusters is null || under != root))
        {
            expecting = Background(() => Host.Expect(estate));
        }
    }

    private Estate EstateOf(Collection collection, Facts known) => new(
        collection.Environments,
        known.Change,
        DateOnly.FromDateTime(options.Now.UtcDateTime),
        collection.Surroundings with { ImageFacts = known.Images });

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
    private ImmutableArray<Document> FindWaivers(string under, Collection estate)
    {
        bool isEarlier = settings.IsEarlier && under == root;
        string from = isEarlier ? settings.Directory : under;
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
        EvaluationRequest request = RequestFor(revisions.DirectoryOf(revision));
        Assessment baseline = Judge(request, isFirst: false);
        Assessment compared = Comparison.Against(
            assessment, baseline, revisions.Git.Resolve(revision), EstateChange.Untouched(request.Estate, estate));
        return options.Baseline is null ? compared : Comparison.WithoutKnown(compared, baseline);
    }

    /// <summary>An estate and what came of it.</summary>
    private sealed record Judged(Estate Estate, Assessment Assessment);
}
