using System.CommandLine;
using PolicyGate.Cli.Publishing;
using PolicyGate.CodeHost;
using PolicyGate.Publish;
using PolicyGate.Publish.Events;

namespace PolicyGate.Cli.Commands;

/// <summary><c>policygate publish</c>: the only command that needs a token, and one that runs no policy.</summary>
internal static class PublishCommand
{
    private static readonly Argument<string?> Report = new("REPORT")
    {
        Description = "the JSON report of `check`; one that is missing is told as a failure",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Repository = Named<string?>(
        "--repository", "OWNER/NAME", "where to tell (default: GITHUB_REPOSITORY)");

    private static readonly Option<string?> Sha = Named<string?>(
        "--sha", "ID", "the commit that was judged (default: that of the event)");

    private static readonly Option<int?> PullRequest = Named<int?>(
        "--pull-request", "NUMBER", "whose conversation to write to (default: that of the event)");

    private static readonly Option<string> TokenVariable = new("--token-env")
    {
        Description = "the variable of the environment that holds the token",
        HelpName = "NAME",
        DefaultValueFactory = _ => "GITHUB_TOKEN",
    };

    private static readonly Option<string> Annotate = new("--annotate")
    {
        Description = "what to write: check-run, comment, both or none",
        HelpName = "WHERE",
        DefaultValueFactory = _ => "both",
    };

    private static readonly Option<bool> Status = new("--status") { Description = "set a commit status too" };

    private static readonly Option<bool> NoSuggestions = new("--no-suggestions") { Description = "suggest no fixes in the diff" };

    private static readonly Option<string> Name = new("--name")
    {
        Description = "the name of the check run, the status and the comment",
        HelpName = "NAME",
        DefaultValueFactory = _ => Publication.DefaultName,
    };

    private static readonly Option<bool> Start = new("--start")
    {
        Description = "before judging: show the check run as in progress; the `publish` afterwards concludes it",
    };

    private static readonly Option<string?> State = Named<string?>(
        "--state", "FILE", "what --start notes for the `publish` afterwards (default: a file in RUNNER_TEMP)");

    private static readonly Option<string?> Claim = Named<string?>(
        "--claim", "FILE", "a file with the commit that an artifact says it is of, compared with the event's");

    private static readonly Option<string?> Summary = Named<string?>(
        "--summary", "FILE", "append the job summary here (default: GITHUB_STEP_SUMMARY)");

    private static readonly Option<string?> Login = Named<string?>(
        "--login", "LOGIN", "whose token it is, when it is a person's and not an app's");

    public static Command Create()
    {
        Command command = new("publish", "tell GitHub what a report says (the only command that needs a token)")
        {
            Report, Repository, Sha, PullRequest, TokenVariable, Annotate, Status, NoSuggestions, Name, Start, State, Claim, Summary, Login,
        };
        command.SetAction((parsed, cancellation) => new PublishRun(Read(parsed)).Run(cancellation));
        return command;
    }

    private static PublishSettings Read(ParseResult parsed) => new()
    {
        Report = parsed.GetValue(Report),
        Repository = ReadRepository(parsed.GetValue(Repository)),
        Commit = ReadCommit(parsed.GetValue(Sha)),
        PullRequest = ReadPullRequest(parsed.GetValue(PullRequest)),
        TokenVariable = parsed.GetValue(TokenVariable)!,
        Options = ReadOptions(parsed),
        Name = ReadName(parsed.GetValue(Name)!),
        IsStart = parsed.GetValue(Start),
        State = parsed.GetValue(State),
        Claim = parsed.GetValue(Claim),
        Summary = parsed.GetValue(Summary),
    };

    private static PublishOptions ReadOptions(ParseResult parsed)
    {
        (bool checkRun, bool comment) = parsed.GetValue(Annotate) switch
        {
            "check-run" => (true, false),
            "comment" => (false, true),
            "both" => (true, true),
            "none" => (false, false),
            string other => throw new UsageException($"--annotate takes check-run, comment, both or none, not '{other}'"),
            null => throw new InvalidOperationException("--annotate has a default"),
        };
        return new()
        {
            CheckRun = checkRun,
            Comment = comment,
            Status = parsed.GetValue(Status),
            Suggestions = (checkRun || comment) && !parsed.GetValue(NoSuggestions),
            Login = parsed.GetValue(Login),
        };
    }

    private static RepositoryName? ReadRepository(string? text) => text is null
        ? null
        : RepositoryName.Parse(text) ?? throw new UsageException($"--repository takes an owner and a name, such as octo-org/platform, not '{text}'");

    private static string? ReadCommit(string? text) => text is null || TargetReader.IsCommit(text)
        ? text
        : throw new UsageException($"--sha takes the full id of a commit, not '{text}'");

    private static int? ReadPullRequest(int? number) =>
        number is null or > 0 ? number : throw new UsageException($"--pull-request takes a number from 1 on, not {number}");

    private static string ReadName(string name) =>
        !string.IsNullOrWhiteSpace(name) && name.Length <= PublishSettings.LongestName && !name.Any(char.IsControl)
            ? name
            : throw new UsageException($"--name takes a line of at most {PublishSettings.LongestName} characters");

    private static Option<T> Named<T>(string name, string value, string description) =>
        new(name) { Description = description, HelpName = value };
}
