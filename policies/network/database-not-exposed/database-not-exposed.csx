// A database that can be reached from outside the cluster is one leaked password away from every record in it.
// No Service of type LoadBalancer or NodePort, no route and no port of a node leads to PostgreSQL or to its pooler.

return new Policy<StoreEntrance, Edge>
{
    Title       = "PostgreSQL cannot be reached from outside the cluster",
    Severity    = Critical,
    Controls    = [Hipaa("164.312(a)(1)"), Hipaa("164.312(e)(1)"), Nist80053("SC-7"), Nist80053("AC-4"), Iso27001("A.8.20"), Iso27001("A.8.22")],
    Remediation = "Make the Service a ClusterIP and take the route or the node's port away; whoever administers the database uses kubectl port-forward.",
    Subjects    = estate => estate.PostgresEntrances,
    Evaluate    = (cluster, edge) => All(
        cluster.Exposures.Select(exposure => Judged(exposure, cluster, edge)).DefaultIfEmpty(Pass("nothing outside leads to it", cluster["metadata.name"]))),
};

record Edge
{
    /// <summary>Entry points of Traefik that can be reached from the own network only.</summary>
    public ImmutableArray<string> InternalEntryPoints { get; init; } = [];
}

Verdict Judged(Exposure exposure, StoreEntrance cluster, Edge edge) =>
    !exposure.EntryPoints.IsEmpty && exposure.EntryPoints.All(entryPoint => edge.InternalEntryPoints.Contains(entryPoint))
        ? Pass("it is on internal entry points only", exposure.Place)
        : Fail(exposure.Place, $"{exposure.Reason}: {cluster.Description} can be reached from outside the cluster",
            fix: exposure.Closed is { } closed ? Set(exposure.Place, closed) : null);
