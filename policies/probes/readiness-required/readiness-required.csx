// Without a readiness probe a pod is sent its users as soon as its process has started, long before Odoo can answer them;
// each rollout then fails some of their requests.
// https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#readiness-probe

return new Policy<Container>
{
    Title       = "Containers have a readiness probe",
    Severity    = Medium,
    Controls    = [Nist80053("CP-10"), Iso27001("A.8.14")],
    Remediation = "Add a readinessProbe that succeeds once the container can serve requests.",
    Subjects    = estate => estate.Containers,
    Evaluate    = container =>
        container.Role != ContainerRole.Main   ? NotApplicable("only main containers are asked")
        : container.Pod.RunsToCompletion       ? NotApplicable("it ends when its work is done")
        : container["readinessProbe"] is { IsMapping: true, Count: > 0 } probe ? Pass(probe)
        : Fail(container["readinessProbe"], $"container {container.Name} has no readinessProbe"),
};
