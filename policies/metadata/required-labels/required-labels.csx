// Labels say whose an object is and what it belongs to; costs, alerts and network policies go by them. Which labels those
// are the profile decides. https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/

return new Policy<Resource, Required>
{
    Title       = "Objects carry the labels that the profile lists",
    Severity    = Low,
    Controls    = [Nist80053("CM-8"), Iso27001("A.5.9"), Iso27001("A.5.13")],
    Remediation = "Set the missing labels in metadata.labels of the object.",
    Subjects    = estate => estate.Resources,
    Evaluate    = (resource, required) =>
        required.Labels.IsEmpty ? NotApplicable("the profile lists no labels")
        : !required.Kinds.IsEmpty && !required.Kinds.Contains(resource.Kind) ? NotApplicable($"the profile does not list {resource.Kind}")
        : Labelled(resource["metadata.labels"], [.. required.Labels.Where(label => resource.Labels[label] is null or "")]),
};

record Required
{
    public ImmutableArray<string> Labels { get; init; } = [];

    // Such as Namespace; with none, every kind.
    public ImmutableArray<string> Kinds { get; init; } = [];
}

Verdict Labelled(Node labels, ImmutableArray<string> missing) =>
    missing.IsEmpty ? Pass(labels) : Fail(labels, $"{labels.Path} lacks {string.Join(", ", missing)}");
