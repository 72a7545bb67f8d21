// Pods that name a service account which does not exist are never started; the Deployment only says so in its events.
// https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/

return new Policy<PodTemplate>
{
    Title       = "Service accounts that pods name exist",
    Severity    = Medium,
    Controls    = [Nist80053("CM-6"), Nist80053("AC-2"), Iso27001("A.5.16")],
    Remediation = "Add the ServiceAccount to the namespace, or write the name of one that is there.",
    Subjects    = estate => estate.Pods,
    Evaluate    = pod =>
        Named(pod) is not { } name ? NotApplicable("it runs as the default account, which every namespace has")
        : pod.Workload.Neighbour("ServiceAccount", name.Text) is { } account ? Pass(name, account["metadata.name"])
        : pod.Workload.Home?.Maker is { } maker ? NotApplicable($"{maker.Description} makes objects in namespace {pod.Namespace} that git does not hold")
        : Fail(name, $"{name.Path} is {name}, and namespace {pod.Namespace} has no service account of that name"),
};

Node? Named(PodTemplate pod) => new[] { pod.Spec["serviceAccountName"], pod.Spec["serviceAccount"] }
    .FirstOrDefault(name => name.Text is not ("" or "default"));
