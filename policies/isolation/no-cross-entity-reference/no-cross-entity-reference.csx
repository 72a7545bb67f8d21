// One entity's application must not reach into another's: a wrong host name is how one clinic reads another's patients.
// No host name, connection string, ExternalName or backend points into a namespace of another entity on the cluster.

return new Policy<ServiceReference, Sharing>
{
    Title       = "Nothing points into another entity's namespaces",
    Severity    = Critical,
    Controls    = [Hipaa("164.312(a)(1)"), Nist80053("AC-4"), Nist80053("SC-7"), Iso27001("A.8.22")],
    Remediation = "Point at a Service of the entity's own. Where data must flow between entities, use an interface that both have agreed on.",
    Subjects    = estate => estate.ServiceReferences,
    Evaluate    = (reference, sharing) =>
        reference.Environment.Entity == "" ? NotApplicable($"{reference.Environment.Description} declares no entity")
        : sharing.Namespaces.Contains(reference.TargetNamespace) ? Pass($"{reference.TargetNamespace} is shared", reference.Shown)
        : reference.ForeignOwners is [var owner, ..] ? FailUnshown(reference.Node, Message(reference, owner), reference.Shown)
        : Pass($"it points into {reference.TargetNamespace}", reference.Shown),
};

record Sharing
{
    /// <summary>Namespaces that serve every entity, such as <c>monitoring</c>.</summary>
    public ImmutableArray<string> Namespaces { get; init; } = [];
}

string Message(ServiceReference reference, Environment owner) =>
    $"{reference.Node.Path} points into namespace {reference.TargetNamespace}, which belongs to {owner.Entity} ({owner.Description}), not to {reference.Environment.Entity}";
