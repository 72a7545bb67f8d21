using System.Text.RegularExpressions;
using PolicyGate.Doctor.Workflows;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Doctor.Checks;

/// <summary>
/// Whether what runs in the gate's workflow is always the same:
/// https://docs.github.com/actions/reference/security/secure-use#using-third-party-actions.
/// </summary>
internal static partial class PinChecks
{
    public static IEnumerable<Diagnosis> Of(GateWorkflow workflow)
    {
        HashSet<JobStep> gate = [.. workflow.Jobs.SelectMany(job => job.Steps)];
        return workflow.Workflow.Jobs.SelectMany(job => job.Steps
            .Select(step => (step.Uses, IsGate: gate.Contains(step)))
            .Prepend((Uses: job.Root.Field("uses"), IsGate: false))
            .Where(one => one.Uses.IsScalar && !IsPinned(one.Uses.Text))
            .Select(one => Of(one.Uses, one.IsGate)));
    }

    private static Diagnosis Of(Node uses, bool isGate)
    {
        (string action, string reference) = uses.Text.Split('@', 2) is [var before, var after] ? (before, after) : (uses.Text, "");
        Func<string, Location, string, string, string, string, Diagnosis> make = isGate ? Diagnosis.Error : Diagnosis.Warning;
        return make(
            "action/unpinned",
            uses.Location,
            $"`{uses.Text}` names a tag or a branch, which can be moved",
            isGate
                ? "Whoever can move it decides what the gate says."
                : "Whoever can move it runs code in the gate's workflow, with its token.",
            "Name the full commit SHA, and the version in a comment, which Dependabot keeps up to date.",
            uses.Text.StartsWith("docker://", StringComparison.Ordinal)
                ? $"uses: {action}@sha256:<digest>"
                : $"uses: {action}@<full commit SHA> # {(reference.Length == 0 ? "version" : reference)}");
    }

    private static bool IsPinned(string uses) =>
        uses.StartsWith("./", StringComparison.Ordinal) || Commit().IsMatch(uses) || Digest().IsMatch(uses);

    [GeneratedRegex("@([0-9a-f]{40}|[0-9a-f]{64})$")]
    private static partial Regex Commit();

    [GeneratedRegex("^docker://[^ ]+@sha256:[0-9a-f]{64}$")]
    private static partial Regex Digest();
}
