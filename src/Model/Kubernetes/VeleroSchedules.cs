using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>What the schedules of Velero write where. See https://velero.io/docs/main/api-types/schedule/.</summary>
internal static class VeleroSchedules
{
    private const string Everything = "*";

    /// <summary>For each schedule that writes to one location there is one that saves as much, or more, to the other.</summary>
    public static bool SaveAllOf(Resource location, Resource other)
    {
        Resource[] there = [.. Of(other)];
        return there.Length > 0 && Of(location).All(schedule => there.Any(twin => Covers(twin["spec.template"], schedule["spec.template"])));
    }

    private static IEnumerable<Resource> Of(Resource location) => location.Environment.OfKind("Schedule").Where(schedule =>
        schedule.Group == "velero.io"
        && schedule.Namespace == location.Namespace
        && !schedule["spec.paused"].IsTrue
        && IsAt(schedule["spec.template.storageLocation"].Text, location));

    private static bool IsAt(string name, Resource location) =>
        name.Length > 0 ? name == location.Name : location.Name == "default" || location["spec.default"].IsTrue;

    /// <summary>A selection, or something left out, covers what selects and leaves out the same.</summary>
    private static bool Covers(Node outer, Node inner) =>
        (IsWhole(outer) || (!IsWhole(inner) && inner["includedNamespaces"].Texts.All(ns => outer["includedNamespaces"].Texts.Contains(ns, StringComparer.Ordinal))))
        && IsAsNarrow(outer, inner, "labelSelector")
        && IsAsNarrow(outer, inner, "includedResources")
        && IsAsNarrow(outer, inner, "excludedResources")
        && IsAsNarrow(outer, inner, "excludedNamespaces");

    private static bool IsWhole(Node template) =>
        template["includedNamespaces"].Count == 0 || template["includedNamespaces"].Texts.Contains(Everything, StringComparer.Ordinal);

    private static bool IsAsNarrow(Node outer, Node inner, string field) =>
        outer[field].IsMissing || outer[field].Descendants.Select(place => place.Text).SequenceEqual(inner[field].Descendants.Select(place => place.Text), StringComparer.Ordinal);
}
