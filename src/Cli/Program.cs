using System.CommandLine;
using System.CommandLine.Parsing;
using PolicyGate.Cli;
using PolicyGate.Cli.Commands;
using PolicyGate.Isolation.Supervision;
using PolicyGate.Worker;

if (args is [WorkerLaunch.Word, .. var rest])
{
    return WorkerProgram.Run(rest);
}

RootCommand policygate = new("The gate between a change in git and a production cluster.")
{
    CheckCommand.Create(),
    FactsCommand.Create(),
    TestCommand.Create(),
    ListCommand.Create(),
    ExplainCommand.Create(),
    NewCommand.Create(),
    InitCommand.Create(),
    DoctorCommand.Create(),
    DriftCommand.Create(),
    SnapshotCommand.Create(),
    ReportCommand.Create(),
    PublishCommand.Create(),
};

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

static string PathOf(CommandResult command) =>
    command.Parent is CommandResult parent ? $"{PathOf(parent)} {command.Command.Name}" : "policygate";
