// Annotations hold what people look up when something is wrong: who to call, where the runbook is, which request asked for
// it. Which of them are needed the profile decides.
// https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/

return new Policy<Resource, Required>
{
    Title       = "Objects carry the annotations that the profile lists",
    Severity    = Low,
    Controls    = [Nist80053("CM-8"), Iso27001("A.5.9")],
    Remediation = "Set the missing annotations in metadata.annotations of the object.",
    Subjects    = estate => estate.Resources,
    Evaluate    = (resource, required) =>
        required.Annotations.IsEmpty ? NotApplicable("the profile lists no annotations")
        : !required.Kinds.IsEmpty && !required.Kinds.Contains(resource.Kind) ? NotApplicable($"the profile does not list {resource.Kind}")
        : Annotated(resource["metadata.annotations"], [.. required.Annotations.Where(name => resource.Annotations[name] is null or "")]),
};

record Required
{
    public ImmutableArray<string> Annotations { get; init; } = [];

    // Such as Namespace; with none, every kind.
    public ImmutableArray<string> Kinds { get; init; } = [];
}

Verdict Annotated(Node annotations, ImmutableArray<string> missing) =>
    missing.IsEmpty ? Pass(annotations) : Fail(annotations, $"{annotations.Path} lacks {string.Join(", ", missing)}");
