using PolicyGate.Evaluate.Policies;
using PolicyGate.Model.Governance;

namespace PolicyGate.Cli.Setup;

/// <summary>Says of policies that do not compile what the compiler says.</summary>
internal static class BrokenPolicies
{
    /// <summary>Writes the errors, and gives the exit code of a command that did all else it was asked.</summary>
    public static int Report(PolicyRoster policies)
    {
        foreach (PolicyDiagnostic diagnostic in policies.Broken.SelectMany(broken => broken.Diagnostics))
        {
            ErrorOutput.Write(diagnostic.ToString());
        }

        return policies.Broken.IsEmpty ? ExitCode.Open : ExitCode.Inconclusive;
    }
}
