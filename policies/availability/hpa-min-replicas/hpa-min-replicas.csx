// An autoscaler takes replicas away at night, down to its minimum. With a minimum of one the first user of the morning
// finds nothing when that one pod moves. https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/

return new Policy<Autoscaler, Replicas>
{
    Title       = "Autoscalers keep at least two replicas",
    Severity    = Medium,
    Controls    = [Nist80053("CP-10"), Iso27001("A.8.14")],
    Remediation = "Set minReplicas (minReplicaCount of a ScaledObject) to 2 or more.",
    Subjects    = estate => estate.Autoscalers,
    Evaluate    = (autoscaler, replicas) => autoscaler switch
    {
        { Least: var least } when least >= replicas.Least => Pass(autoscaler.Minimum),
        { Least: 0, Resource.Kind: "ScaledObject" } => NotApplicable("it takes away all replicas when there is no work"),
        { Minimum: var minimum } => Fail(
            minimum, $"{minimum.Path} is {(minimum.IsMissing ? "not set, which means 1" : minimum)}; it must be {replicas.Least} or more", Set(minimum, replicas.Least)),
    },
};

record Replicas { public int Least { get; init; } = 2; }
