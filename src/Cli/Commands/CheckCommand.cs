using System.CommandLine;
using PolicyGate.Cli.Check;

namespace PolicyGate.Cli.Commands;

/// <summary><c>policygate check</c>: the main job.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        Command command = new("check", "collect manifests, judge them, report");
        CheckChoice.AddTo(command);
        command.SetAction(parsed => CheckRun.Run(CheckChoice.Read(parsed)));
        return command;
    }
}
