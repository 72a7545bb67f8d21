using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// Chooses objects by their labels: <c>matchLabels</c> and <c>matchExpressions</c>, all of which must hold. An empty
/// selector chooses everything.
/// See https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#resources-that-support-set-based-requirements.
/// </summary>
public sealed record LabelSelector(Node Node)
{
    /// <summary>A plain map of labels, as Services and ReplicationControllers use.</summary>
    public static bool MapMatches(Node map, Labels labels) =>
        map.Fields.All(wanted => labels[wanted.Name] == wanted.Text);

    /// <summary>Nothing is asked, so everything is chosen.</summary>
    public bool IsEmpty => Node["matchLabels"].Count == 0 && Node["matchExpressions"].Count == 0;

    public bool Matches(Labels labels) =>
        MapMatches(Node["matchLabels"], labels)
        && Node["matchExpressions"].Items.All(expression => Holds(expression, labels));

    private static bool Holds(Node expression, Labels labels)
    {
        string? label = labels[expression["key"].Text];
        return expression["operator"].Text switch
        {
            "In" => label is not null && expression["values"].Texts.Contains(label),
            "NotIn" => label is null || !expression["values"].Texts.Contains(label),
            "Exists" => label is not null,
            "DoesNotExist" => label is null,
            _ => false,
        };
    }
}
