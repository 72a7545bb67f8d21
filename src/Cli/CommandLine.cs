using System.CommandLine;
using System.CommandLine.Parsing;
using PolicyGate.Cli.Commands;
using PolicyGate.Cli.Setup;
using PolicyGate.Isolation.Supervision;

namespace PolicyGate.Cli;

/// <summary>What people and workflows call, from its words to its exit code.</summary>
internal static class CommandLine
{
    public static int Run(string[] args)
    {
        using SpareWorker spare = new();
        if (MayNeedWorker(args))
        {
            spare.Start();
        }

        Command policygate = CommandsFor(args, spare);
        ParseResult parsed = policygate.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (string error in parsed.Errors.Select(error => error.Message).Distinct())
            {
                ErrorOutput.Write($"policygate: {error}");
            }

            ErrorOutput.Write($"Run `{PathOf(parsed.CommandResult)} --help` for what it takes.");
            return ExitCode.Usage;
        }

        try
        {
            return parsed.Invoke(new() { EnableDefaultExceptionHandler = false });
        }
        catch (UsageException usage)
        {
            foreach (string line in usage.Lines)
            {
                ErrorOutput.Write($"policygate: {line}");
            }

            return ExitCode.Usage;
        }
        catch (Exception unforeseen)
        {
            ErrorOutput.Write($"policygate: {Unforeseen.Describe(unforeseen)}");
            return ExitCode.Inconclusive;
        }
    }

    /// <summary>Told from the words alone, since a worker takes as long to start as they take to be understood.</summary>
    private static bool MayNeedWorker(string[] words) =>
        words is ["check" or "drift", ..]
        && !AsksForHelp(words)
        && (words.Contains("--policies") || Directory.Exists(PolicyRoot.Usual));

    /// <summary>What runs on every pull request does not wait until all other commands, and what a root command brings, are made.</summary>
    private static Command CommandsFor(string[] words, SpareWorker spare) => words is ["check", ..] && !AsksForHelp(words)
        ? new Command("policygate") { CheckCommand.Create(spare) }
        : new RootCommand("The gate between a change in git and a production cluster.")
        {
            CheckCommand.Create(spare),
            FactsCommand.Create(),
            TestCommand.Create(),
            ListCommand.Create(),
            ExplainCommand.Create(),
            NewCommand.Create(),
            InitCommand.Create(),
            DoctorCommand.Create(),
            DriftCommand.Create(spare),
            SnapshotCommand.Create(),
            ReportCommand.Create(),
            PublishCommand.Create(),
        };

    private static bool AsksForHelp(string[] words) => words.Any(word => word is "--help" or "-h" or "-?" or "/h" or "/?");

    private static string PathOf(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{PathOf(parent)} {command.Command.Name}" : "policygate";
}
