// What nobody measures fails unseen: a full disk, a replica that fell behind, a backup that stopped in March.
// Application, PostgreSQL, Redis, Traefik and backup have a monitor whose selector, namespace and port really lead to them.

return new Policy<MonitoredWorkload, Scraping>
{
    Title       = "Every part of the ERP is asked for its metrics",
    Severity    = Medium,
    Controls    = [Hipaa("164.312(b)"), Nist80053("SI-4"), Nist80053("AU-6"), Iso27001("A.8.16")],
    Remediation = "Add a PodMonitor or ServiceMonitor whose selector matches the labels of the pods or their Service, in its namespace, with a port that exists; for CloudNativePG also spec.monitoring.enablePodMonitor.",
    Subjects    = estate => estate.MonitoredWorkloads,
    Evaluate    = (workload, scraping) =>
        !workload.Environment.IsDeclared && !workload.Environment.Resources.Any(resource => resource.Kind is "PodMonitor" or "ServiceMonitor")
            ? NotApplicable("there is neither a descriptor nor a monitor")
        : workload.Environment is { IsDeclared: true, IsProduction: false } ? NotApplicable($"{workload.Environment.Description} is not production")
        : workload.Monitors is [var monitor, ..] ? Pass(monitor)
        : scraping.Annotations && workload.Annotation is { } annotation ? Pass(annotation)
        : Fail(workload["metadata.name"],
            $"no monitor selects {workload.Description}",
            workload.Resource.Is("Cluster", "postgresql.cnpg.io") ? Set(workload["spec.monitoring.enablePodMonitor"], true) : null),
};

record Scraping
{
    /// <summary>Whether Prometheus is set up to follow prometheus.io/scrape on pods.</summary>
    public bool Annotations { get; init; }
}
