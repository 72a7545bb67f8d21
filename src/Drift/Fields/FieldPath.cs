using PolicyGate.Model.Nodes;

namespace PolicyGate.Drift.Fields;

/// <summary>
/// Paths for people: items are called by their name rather than by a number, which may differ between git and the cluster.
/// </summary>
internal static class FieldPath
{
    /// <summary>Such as <c>spec.template.spec.containers[odoo].image</c>.</summary>
    public static string Of(Node place)
    {
        Step[] steps = [.. place.Route.Steps];
        Node at = place;
        for (int index = steps.Length - 1; index >= 0; index--)
        {
            string name = steps[index].Key is null ? at.Field("name").Text : "";
            steps[index] = name.Length > 0 ? Step.Field($"\0{name}") : steps[index];
            at = at.Parent;
        }

        return string.Concat(steps.Select((step, index) => Written(step, isFirst: index == 0)));
    }

    private static string Written(Step step, bool isFirst) =>
        step.Key is ['\0', .. var name] ? $"[{name}]" : Joined(PathSyntax.Write([step]), isFirst);

    private static string Joined(string step, bool isFirst) => isFirst || step.StartsWith('[') ? step : $".{step}";
}
