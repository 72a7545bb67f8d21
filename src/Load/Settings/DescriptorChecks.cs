using System.Collections.Immutable;
using PolicyGate.Load.Schemas;
using PolicyGate.Model;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Load.Settings;

/// <summary>What must hold within one environment descriptor and a schema cannot say.</summary>
internal static class DescriptorChecks
{
    public static IEnumerable<LoadProblem> Of(Node root) =>
    [
        .. Name(root["metadata.name"]),
        .. root["spec.changes.windows"].Items.SelectMany(Window),
        .. root["spec.changes.freeze"].Items.SelectMany(Freeze),
        .. Planes(root["spec"]),
        .. root["spec.sources"].Items.SelectMany(Values),
    ];

    private static IEnumerable<LoadProblem> Name(Node name)
    {
        if (name.Text == Environment.DefaultName)
        {
            yield return SettingsProblems.Wrong(
                name,
                $"{Quoted.Text(name)} is the environment of everything that no descriptor claims",
                "Give the environment another name.");
        }
    }

    private static IEnumerable<LoadProblem> Window(Node written)
    {
        if (!ChangeWindow.TryParse(written.Text, out ChangeWindow? window))
        {
            yield return SettingsProblems.Wrong(
                written,
                $"{Quoted.Text(written)} is not a window such as `Sat 20:00-24:00 Europe/Berlin`",
                "Write days, a start and a different end, and a time zone.");
        }
        else if (!TimeZoneNames.All.Contains(window.Zone))
        {
            yield return SettingsProblems.Wrong(
                written,
                $"{Quoted.Text(window.Zone)} is no time zone{DidYouMean(window.Zone, TimeZoneNames.All)}",
                "Use UTC or a name of the IANA time zone database.");
        }
    }

    private static IEnumerable<LoadProblem> Freeze(Node freeze)
    {
        Node from = freeze["from"];
        Node until = freeze["until"];

        // Dates of ISO 8601 sort as text; the schema has said so when one of them is no date.
        if (from.Exists && until.Exists && string.CompareOrdinal(from.Text, until.Text) > 0)
        {
            yield return SettingsProblems.Wrong(
                until,
                $"the freeze ends on {Quoted.Text(until)}, before it begins on {Quoted.Text(from)}",
                "Let it end on or after the day on which it begins.");
        }
    }

    private static IEnumerable<LoadProblem> Planes(Node spec)
    {
        ImmutableArray<string> declared = [.. spec["namespaces"].Texts];
        return spec["planes"].Fields
            .SelectMany(plane => plane.Items)
            .Where(ns => !declared.Contains(ns.Text))
            .Select(ns => SettingsProblems.Wrong(
                ns,
                $"{Quoted.Text(ns)} is not among the environment's namespaces{DidYouMean(ns.Text, declared)}",
                "Add it to `namespaces`, or correct it."));
    }

    private static IEnumerable<LoadProblem> Values(Node source)
    {
        if (source["values"].Exists && source["helm"].IsMissing)
        {
            yield return SettingsProblems.Wrong(
                source["values"],
                "values are for a chart, and this source has none",
                "Set `helm`, or remove `values`.");
        }
    }

    private static string DidYouMean(string written, IEnumerable<string> words) =>
        Spelling.Nearest(written, words) is { } meant ? $"; did you mean {Quoted.Text(meant)}?" : "";
}
