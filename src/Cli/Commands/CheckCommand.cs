using System.CommandLine;
using PolicyGate.Cli.Check;
using PolicyGate.Isolation.Supervision;

namespace PolicyGate.Cli.Commands;

/// <summary><c>policygate check</c>: the main job.</summary>
internal static class CheckCommand
{
    /// <param name="spare">A worker for foreign policies, perhaps started already.</param>
    public static Command Create(SpareWorker spare)
    {
        Command command = new("check", "collect manifests, judge them, report");
        CheckChoice.AddTo(command);
        command.SetAction(parsed => CheckRun.Run(CheckChoice.Read(parsed), spare));
        return command;
    }
}
