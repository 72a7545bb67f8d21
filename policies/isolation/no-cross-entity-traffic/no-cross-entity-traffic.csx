// Two entities on one cluster are strangers. A policy that lets the other's namespaces in, a grant for its routes, a
// Gateway that takes anybody's, a route that leads into its namespace: each is a door between two patient registers.

return new Policy<AdmittedNamespaces, Sharing>
{
    Title       = "Nothing lets another entity's namespaces in",
    Severity    = Critical,
    Controls    = [Hipaa("164.312(a)(1)"), Nist80053("AC-4"), Nist80053("SC-7(21)"), Iso27001("A.8.22")],
    Remediation = "Name the entity's own namespaces in the selector, grant or route; where data must flow between entities, use an interface that both have agreed on.",
    Subjects    = estate => estate.AdmittedNamespaces,
    Evaluate    = (admitted, sharing) =>
        admitted.Environment.Entity == "" ? NotApplicable($"{admitted.Environment.Description} declares no entity")
        : admitted.Foreign.FirstOrDefault(foreign => !sharing.Namespaces.Contains(foreign.Namespace)) is { Owner: { } owner } foreign
            ? Fail(admitted.Node, $"{admitted.Resource.Description} lets namespace {foreign.Namespace} through, which belongs to {owner.Entity} ({owner.Description}), not to {admitted.Environment.Entity}")
        : admitted.IsEverybody && admitted.Environment.Isolation is (null or Isolation.MultiTenant or Isolation.DedicatedNamespace)
            ? Fail(admitted.Node, $"{admitted.Resource.Description} lets every namespace in, on a cluster that others use too")
        : Pass(admitted.Node),
};

record Sharing
{
    /// <summary>Namespaces that serve every entity, such as <c>monitoring</c>.</summary>
    public ImmutableArray<string> Namespaces { get; init; } = [];
}
