using PolicyGate.Load.Schemas;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Governance;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Settings;

/// <summary>
/// What must hold within one waiver and a schema cannot say: it is narrow, and two people stand behind it.
/// </summary>
internal static class WaiverChecks
{
    public static IEnumerable<LoadProblem> Of(Node root) =>
        [.. Globs(root["spec"]), .. Reach(root["spec"]), .. Approver(root["spec"])];

    private static IEnumerable<LoadProblem> Globs(Node spec) =>
        new[] { spec["policy"], spec["where.environment"] }
            .Concat(spec["where.resource"].Fields)
            .Where(place => !PolicyGlob.IsLiteral(place.Text))
            .Select(place => SettingsProblems.At(
                place,
                SettingsProblems.OverBroadWaiver,
                $"{Quoted.Text(place)} would waive what nobody has looked at: a waiver takes no globs",
                "Name one policy and what it is waived for; write a waiver for each."));

    private static IEnumerable<LoadProblem> Reach(Node spec)
    {
        if (spec["where.environment"].IsMissing && spec["where.resource.name"].IsMissing)
        {
            yield return SettingsProblems.At(
                spec["where"],
                SettingsProblems.OverBroadWaiver,
                "the waiver names neither an environment nor a resource, so that it would hold everywhere",
                "Set `where.environment`, or `where.resource` with a name.");
        }
    }

    private static IEnumerable<LoadProblem> Approver(Node spec)
    {
        Node approver = spec["approver"];
        if (approver.IsScalar && Person(approver).Equals(Person(spec["owner"]), StringComparison.OrdinalIgnoreCase))
        {
            yield return SettingsProblems.At(
                approver,
                SettingsProblems.ApproverIsOwner,
                $"{Quoted.Text(approver)} is the owner too: nobody approves their own waiver",
                "Let somebody else approve it.");
        }
    }

    /// <summary>GitHub handles are written with and without the sign.</summary>
    private static string Person(Node name) => name.Text.Trim().TrimStart('@');
}
