// An autoscaler without a ceiling turns an attack into a bill, and takes the nodes from its neighbours. It measures use
// against requests, so without them it does nothing. And replicas that are written in git too undo its work at every
// sync: https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling

return new Policy<Autoscaler, Bounds>
{
    Title       = "Autoscalers have bounds, and what they scale has requests and no fixed replicas",
    Severity    = Medium,
    Controls    = [Nist80053("SC-5(2)"), Nist80053("SC-6"), Iso27001("A.8.6")],
    Remediation = "Set the lower and the upper bound, give every container of the target requests, and take replicas out of the target.",
    Subjects    = estate => estate.Autoscalers,
    Evaluate    = (scaler, bounds) => All(
    [
        Bounded(scaler, bounds),
        .. scaler.Target is { } target
            ? [Free(target["spec.replicas"], scaler), .. target.Pods.SelectMany(pod => pod.Containers).Where(IsMeasured).SelectMany(container => Requests(container, scaler))]
            : ImmutableArray.Create(Fail(scaler.TargetReference["name"], $"there is no {scaler.TargetReference["kind"]} {scaler.TargetReference["name"]} among the manifests for it to scale")),
    ]),
};

record Bounds
{
    /// <summary>More than this is no bound.</summary>
    public int Most { get; init; } = 100;
}

Verdict Bounded(Autoscaler scaler, Bounds bounds) => (scaler.Minimum, scaler.Maximum) switch
{
    (_, { Integer: null } most) => Fail(most, $"{scaler.Description} has no upper bound: {most.Path} is {(most.IsMissing ? "not set" : most)}"),
    (_, { Integer: { } number } most) when number > bounds.Most => Fail(most, $"{most.Path} is {most}, more than {bounds.Most}"),
    ({ Integer: null } least, _) => Fail(least, $"{scaler.Description} has no lower bound: {least.Path} is {(least.IsMissing ? "not set" : least)}"),
    var (least, most) when least.Integer > most.Integer => Fail(least, $"{least.Path} is {least}, more than {most.Path}, which is {most}"),
    var (least, most) => Pass(least, most),
};

Verdict Free(Node replicas, Autoscaler scaler) => replicas.IsMissing
    ? Pass(replicas)
    : Fail(replicas, $"{replicas.Path} is fixed to {replicas}, and {scaler.Description} changes it", fix: Remove(replicas));

bool IsMeasured(Container container) => container.Role is ContainerRole.Main or ContainerRole.Sidecar;

// A limit stands for the request where only it is written; a LimitRange gives what nobody wrote.
IEnumerable<Verdict> Requests(Container container, Autoscaler scaler) =>
    (scaler.Metrics.IsEmpty ? ["cpu"] : scaler.Metrics).Select(resource =>
        container.Charged($"requests.{resource}") is null
            ? Fail(container.Resources($"requests.{resource}"), $"{container.Description} requests no {resource}, which {scaler.Description} measures by")
            : Pass(container.Resources($"requests.{resource}")));
