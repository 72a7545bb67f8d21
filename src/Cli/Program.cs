using System.CommandLine;
using PolicyGate.Cli;
using PolicyGate.Cli.Commands;

RootCommand policygate = new("The gate between a change in git and a production cluster.")
{
    CheckCommand.Create(),
    TestCommand.Create(),
    ListCommand.Create(),
    ExplainCommand.Create(),
    NewCommand.Create(),
};

ParseResult parsed = policygate.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (string error in parsed.Errors.Select(error => error.Message).Distinct())
    {
        Console.Error.WriteLine($"policygate: {error}");
    }

    Console.Error.WriteLine($"Run `policygate {parsed.CommandResult.Command.Name} --help` for what it takes.");
    return ExitCode.Usage;
}

try
{
    return parsed.Invoke(new() { EnableDefaultExceptionHandler = false });
}
catch (UsageException usage)
{
    Console.Error.WriteLine($"policygate: {usage.Message}");
    return ExitCode.Usage;
}
