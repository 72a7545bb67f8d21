using System.Text;
using PolicyGate.Cli.Check;
using PolicyGate.CodeHost.GitHub;
using PolicyGate.Publish;
using PolicyGate.Publish.CheckRuns;
using PolicyGate.Publish.Received;

namespace PolicyGate.Cli.Publishing;

/// <summary>
/// Tells GitHub what a report says, and ends with the exit code of the report's gate: that GitHub could not be told is
/// said on standard error and changes nothing.
/// </summary>
internal sealed class PublishRun(PublishSettings settings)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly PublishPlace place = PublishPlace.Of(settings);

    private string StatePath => settings.State
        ?? Path.Combine(PublishPlace.Variable("RUNNER_TEMP") ?? Path.GetTempPath(), $"policygate-{Uri.EscapeDataString(settings.Name)}.json");

    public async Task<int> Run(CancellationToken cancellation)
    {
        try
        {
            return settings.IsStart ? await Start(cancellation) : await Conclude(cancellation);
        }
        catch (OperationCanceledException)
        {
            ErrorOutput.Write("policygate: stopped before GitHub was told everything");
            return ExitCode.Inconclusive;
        }
    }

    /// <summary>Failing to show that judging has begun is no reason not to judge.</summary>
    private async Task<int> Start(CancellationToken cancellation)
    {
        Publication publication = Publication(ReceivedReport.Without("nothing was judged yet"));
        PublishOutcome outcome = await Tell(publication, publisher => publisher.Start(cancellation));
        Say(outcome);
        if (outcome.CheckRun is { } checkRun)
        {
            new StartedRun(checkRun.Id, place.Repository.ToString(), place.Target.Commit, settings.Name).Write(StatePath);
        }

        return ExitCode.Open;
    }

    private async Task<int> Conclude(CancellationToken cancellation)
    {
        ReceivedReport report = ReadReport();
        Publication publication = Publication(report);
        SummaryFile summary = new(settings.Summary ?? PublishPlace.Variable("GITHUB_STEP_SUMMARY"));
        summary.Write(publication);
        PublishOutcome outcome = await Tell(publication, publisher => publisher.Conclude(Started(), cancellation));
        Say(outcome);
        summary.Note(outcome);
        if (outcome.LacksAnnotations && PublishPlace.Variable("GITHUB_ACTIONS") == "true")
        {
            string because = $"There is no check run with annotations: {outcome.Problems.FirstOrDefault()}";
            using StreamWriter output = new(Console.OpenStandardOutput(), Utf8);
            output.Write(WorkflowCommands.Of(report, because));
        }

        return ExitCode.Of(report.Gate);
    }

    private ReceivedReport ReadReport()
    {
        ReceivedReport report = settings.Report is { } path ? ReportReader.ReadFile(path) : ReceivedReport.Without("no report was named");
        foreach (string problem in report.Problems)
        {
            ErrorOutput.Write($"policygate: {problem}");
        }

        string? claim = settings.Claim is { } file ? ClaimFile.Read(file) : report.Commit is { Length: > 0 } commit ? commit : null;
        return claim is null || claim == place.Target.Commit
            ? report
            : report.With($"the report is not of the commit {place.Target.Commit}, of which the event is");
    }

    private long? Started() =>
        StartedRun.Read(StatePath) is { } note
        && (note.Repository, note.Commit, note.Name) == (place.Repository.ToString(), place.Target.Commit, settings.Name)
            ? note.CheckRun
            : null;

    private Publication Publication(ReceivedReport report) => new()
    {
        Report = report,
        Name = settings.Name,
        Commit = place.Target.Commit,
        Links = place.Links,
        RunUrl = place.Run,
        IsForeign = place.Target.IsForeign,
        Now = DateTimeOffset.UtcNow,
    };

    private async Task<PublishOutcome> Tell(Publication publication, Func<Publisher, Task<PublishOutcome>> tell)
    {
        if (settings.Options is { CheckRun: false, Comment: false, Status: false })
        {
            return new() { Problems = [] };
        }

        if (GitHubToken.Parse(PublishPlace.Variable(settings.TokenVariable)) is not { } token)
        {
            string problem = $"there is no token in {settings.TokenVariable}, so GitHub was told nothing";
            return new() { Problems = [problem], LacksAnnotations = settings.Options.CheckRun };
        }

        GitHubConnection connection = new()
        {
            Server = place.Server,
            Repository = place.Repository,
            Token = token,
            Version = ReportWriter.Version,
        };
        using GitHubHost host = GitHubHost.Connect(connection);
        return await tell(new Publisher(host, publication, place.Target, settings.Options, TimeProvider.System));
    }

    private static void Say(PublishOutcome outcome)
    {
        foreach (string line in outcome.Problems.Concat(outcome.Notes))
        {
            ErrorOutput.Write($"policygate: {line}");
        }

        if (outcome.CheckRun?.Url is { } url)
        {
            StandardOutput.Write($"check run: {url}");
        }
    }
}
