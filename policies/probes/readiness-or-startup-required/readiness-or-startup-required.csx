// A pod is sent its users when its probes say that it is up. A startup probe alone says it once, which is enough for
// programs that answer from then on; probes/readiness-required asks for more.
// https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/

return new Policy<Container>
{
    Title       = "Containers say when they have started",
    Severity    = Medium,
    Controls    = [Nist80053("CP-10"), Iso27001("A.8.14")],
    Remediation = "Add a readinessProbe or a startupProbe that succeeds once the container can serve requests.",
    Subjects    = estate => estate.Containers,
    Evaluate    = container =>
        container.Role != ContainerRole.Main ? NotApplicable("only main containers are asked")
        : container.Pod.RunsToCompletion     ? NotApplicable("it ends when its work is done")
        : ProbeOf(container) is { } probe    ? Pass(probe)
        : Fail(container["readinessProbe"], $"container {container.Name} has neither readinessProbe nor startupProbe"),
};

Node? ProbeOf(Container container) =>
    new[] { container["readinessProbe"], container["startupProbe"] }.FirstOrDefault(probe => probe is { IsMapping: true, Count: > 0 });
