// A program that hangs looks alive to Kubernetes until a liveness probe asks it; without one nobody restarts it.
// https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/

return new Policy<Container>
{
    Title       = "Containers have a liveness probe",
    Severity    = Medium,
    Controls    = [Nist80053("CP-10"), Iso27001("A.8.14")],
    Remediation = "Add a livenessProbe that fails when only a restart helps, and not when another system is down.",
    Subjects    = estate => estate.Containers,
    Evaluate    = container =>
        container.Role != ContainerRole.Main   ? NotApplicable("only main containers are asked")
        : container.Pod.RunsToCompletion       ? NotApplicable("it ends when its work is done")
        : container["livenessProbe"] is { IsMapping: true, Count: > 0 } probe ? Pass(probe)
        : Fail(container["livenessProbe"], $"container {container.Name} has no livenessProbe"),
};
