using System.Text.RegularExpressions;

namespace PolicyGate.Doctor.Workflows;

/// <summary>What a step has to do with the gate.</summary>
internal enum GateUse
{
    None,

    /// <summary>Its failure is the gate.</summary>
    Judges,

    /// <summary>It tells what was judged elsewhere.</summary>
    Publishes,
}

/// <summary>Recognises the steps that use the gate: the action under any owner, a copy of it in the repository, the program in a script.</summary>
internal static partial class GateStep
{
    /// <param name="step">Any step.</param>
    /// <param name="isOwnAction">Whether the action in a directory of this repository, as <c>uses</c> names it, is the gate.</param>
    public static GateUse Of(JobStep step, Func<string, bool> isOwnAction)
    {
        if (IsAction(step.Uses.Text, isOwnAction))
        {
            return step.Input("report").Exists ? GateUse.Publishes : GateUse.Judges;
        }

        return JudgingCommand().IsMatch(step.Script.Text) ? GateUse.Judges
            : PublishingCommand().IsMatch(step.Script.Text) ? GateUse.Publishes
            : GateUse.None;
    }

    private static bool IsAction(string uses, Func<string, bool> isOwnAction) =>
        RemoteAction().IsMatch(uses) || LocalCopy().IsMatch(uses)
        || (uses.StartsWith("./", StringComparison.Ordinal) && isOwnAction(uses));

    [GeneratedRegex("^([^/@ ]+/policygate(/[^@ ]*)?@|docker://([^ ]*/)?policygate([:@]|$))", RegexOptions.IgnoreCase)]
    private static partial Regex RemoteAction();

    [GeneratedRegex("^\\./([^ ]*/)?policygate/?$", RegexOptions.IgnoreCase)]
    private static partial Regex LocalCopy();

    [GeneratedRegex("""^[ \t]*([^#\n]*[ \t;&|(/"'])?policygate(\.dll|\.exe)?["']?[ \t]+(check|drift)\b""", RegexOptions.Multiline)]
    private static partial Regex JudgingCommand();

    [GeneratedRegex("""^[ \t]*([^#\n]*[ \t;&|(/"'])?policygate(\.dll|\.exe)?["']?[ \t]+publish\b""", RegexOptions.Multiline)]
    private static partial Regex PublishingCommand();
}
