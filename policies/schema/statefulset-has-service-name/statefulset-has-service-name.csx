// The pods of a StatefulSet are found by names of their own, redis-0.redis, only through the headless Service that it names.
// https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id

return new Policy<Resource>
{
    Title       = "Each StatefulSet names a headless Service of its pods",
    Severity    = Low,
    Controls    = [Nist80053("CM-6"), Nist80053("SC-20"), Iso27001("A.8.9")],
    Remediation = "Name in serviceName a Service with clusterIP None that selects the pods.",
    Subjects    = estate => estate.OfKind("StatefulSet").Where(one => one.Group == "apps"),
    Evaluate    = set => (set["spec.serviceName"], set.Environment.Services.FirstOrDefault(service => IsNamed(service, set))) switch
    {
        ({ Text: "" } name, _)    => Fail(name, $"{name.Path} is not set, so its pods have no names that others could call"),
        (var name, { } service)   => Serving(name, service, set),
        (var name, null) when set.Home?.MayHoldMore(set.Home.OfKind("Service").Any()) is { } reason => NotApplicable($"{name} is not among the manifests: {reason}"),
        (var name, null)          => Fail(name, $"{name.Path} is {name}, and namespace {set.Namespace} has no Service of that name"),
    },
};

bool IsNamed(Service service, Resource set) => service.Namespace == set.Namespace && service.Name == set["spec.serviceName"].Text;

// "None" is a word of Kubernetes, with that capital: a Service that says none in small letters is refused.
Verdict Serving(Node name, Service service, Resource set) =>
    service["spec.clusterIP"].Text != "None"
        ? Fail(service["spec.clusterIP"], $"Service {service.Name} of StatefulSet {set.Name} is not headless: spec.clusterIP is not None")
    : set.Pods.Length > 0 && service.Selector.Count > 0 && !service.Pods.Any(pod => pod.Workload == set)
        ? Fail(service.Selector, $"Service {service.Name} does not select the pods of StatefulSet {set.Name}")
    : Pass(name, service["spec.clusterIP"]);
