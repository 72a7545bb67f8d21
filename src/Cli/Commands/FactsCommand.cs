using System.CommandLine;
using System.Reflection;
using PolicyGate.Cli.Check;
using PolicyGate.CodeHost;
using PolicyGate.CodeHost.Facts;
using PolicyGate.CodeHost.GitHub;
using PolicyGate.Load.Settings;

namespace PolicyGate.Cli.Commands;

/// <summary>
/// <c>policygate facts</c>: asks the code host about a change, for policies that judge it. Runs no policy. What the host does
/// not tell stands in the file as unknown, with the reason, and is no failure of this command.
/// </summary>
internal static class FactsCommand
{
    private static readonly Option<string> Output = new("--output")
    {
        Description = "the file to write, for `check --facts`",
        HelpName = "FILE",
        Required = true,
    };

    private static readonly Option<string?> Repository = new("--repository")
    {
        Description = "the repository (default: GITHUB_REPOSITORY)",
        HelpName = "OWNER/NAME",
    };

    private static readonly Option<int?> PullRequest = new("--pull-request")
    {
        Description = "the pull request (default: that of the event, GITHUB_EVENT_NAME and GITHUB_EVENT_PATH)",
        HelpName = "NUMBER",
    };

    private static readonly Option<string[]> Teams = new("--team")
    {
        Description = "a team whose members matter, repeatable: [OWNER/]SLUG; those of CODEOWNERS are asked for anyway",
        HelpName = "NAME",
    };

    private static readonly Option<string?> Now = new("--now")
    {
        Description = "the instant at which the change is looked at (default: now)",
        HelpName = "RFC3339",
    };

    public static Command Create()
    {
        Command command = new("facts", "ask the code host about a change, for policies that judge it (takes GITHUB_TOKEN)")
        {
            Output, Repository, PullRequest, Teams, Now,
        };
        command.SetAction(parsed => Run(parsed));
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        using GitHubHost host = GitHubHost.Connect(ConnectionOf(parsed));
        ChangeCollector collector = new(host, QuestionOf(parsed));
        ChangeFacts facts = collector.Collect(CancellationToken.None).GetAwaiter().GetResult();
        Write(facts, parsed.GetValue(Output)!);
        return ExitCode.Open;
    }

    private static GitHubConnection ConnectionOf(ParseResult parsed) => new()
    {
        Server = Variable("GITHUB_API_URL") is { } api
            ? GitHubServer.Parse(api) ?? throw new UsageException($"GITHUB_API_URL is no https address that a token may go to: '{api}'")
            : GitHubServer.GitHubDotCom,
        Repository = RepositoryName.Parse(parsed.GetValue(Repository) ?? Variable("GITHUB_REPOSITORY"))
            ?? throw new UsageException("nothing says which repository is meant: give --repository OWNER/NAME, or set GITHUB_REPOSITORY"),
        Token = GitHubToken.Parse(Variable("GITHUB_TOKEN"))
            ?? throw new UsageException("there is no token: set GITHUB_TOKEN to one that may read the pull request"),
        Version = Assembly.GetExecutingAssembly().GetName().Version!.ToString(3),
    };

    private static ChangeQuestion QuestionOf(ParseResult parsed)
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        return new()
        {
            Event = EventOf(parsed.GetValue(PullRequest)),
            Teams = [.. parsed.GetValue(Teams) ?? []],
            CollectedAt = now,
            Instant = parsed.GetValue(Now) is { } given ? CheckChoice.ParseInstant(given) : now,
            ZoneNames = TimeZoneNames.All,
        };
    }

    /// <summary>The event, when it speaks of the pull request that is meant; what is given by hand comes first.</summary>
    private static ChangeEvent EventOf(int? given)
    {
        if (given is <= 0)
        {
            throw new UsageException($"--pull-request takes a number from 1, not {given}");
        }

        string name = Variable("GITHUB_EVENT_NAME") ?? "none";
        ChangeEvent? found = Variable("GITHUB_EVENT_PATH") is { } path ? ChangeEvent.Read(name, path) : null;
        return given is null
            ? found ?? throw new UsageException(
                $"the event '{name}' brings no change that could be asked about: leave this step out, or give --pull-request NUMBER")
            : found?.PullRequest == given ? found : new() { Name = "none", PullRequest = given };
    }

    private static void Write(ChangeFacts facts, string file)
    {
        try
        {
            using FileStream stream = File.Create(file);
            ChangeFactsWriter.Write(facts, stream);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{file}' cannot be written: {failure.Message}");
        }
    }

    /// <summary>Null when it is not set, or to nothing.</summary>
    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
