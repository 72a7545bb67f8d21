// A Service whose selector fits no pod answers nobody, mostly by a slip in a label. So does one whose targetPort is none of
// its pods' ports: a name has to be there; of the numbers at least one, as pods need not declare all that they listen to.
// https://kubernetes.io/docs/concepts/services-networking/service/#services-in-kubernetes

return new Policy<Service>
{
    Title       = "Each Service finds pods, and their ports",
    Severity    = Medium,
    Controls    = [Nist80053("CM-6"), Nist80053("CP-10"), Iso27001("A.8.9")],
    Remediation = "Write the labels of the pods' template into the selector, and a port that the pods have into targetPort.",
    Subjects    = estate => estate.Services,
    Evaluate    = service =>
        service.Type == "ExternalName" || service.Selector.Count == 0
            ? NotApplicable("it selects no pods; somebody writes its endpoints")
        : service.Pods.ToImmutableArray() is { Length: > 0 } pods
            ? All([Pass(service.Selector, pods[0].Node["metadata.labels"]), .. Unfound(service, pods)])
        : service.Resource.Home?.MayHoldMore(service.Resource.Home.Pods.Length > 0) is { } reason ? NotApplicable(reason)
        : Fail(service.Selector, $"{service.Selector.Path} fits no pod of namespace {service.Namespace}"),
};

IEnumerable<Verdict> Unfound(Service service, ImmutableArray<PodTemplate> pods)
{
    var declared = pods.SelectMany(pod => pod.Containers).SelectMany(container => container.Ports)
        .SelectMany(port => new[] { port["containerPort"].Text, port["name"].Text }).ToImmutableHashSet();
    var targets = service.Ports.Select(port => port["targetPort"].Exists ? port["targetPort"] : port["port"]).ToImmutableArray();
    bool someFit = declared.IsEmpty || targets.Any(target => declared.Contains(target.Text));
    return targets
        .Where(target => !declared.Contains(target.Text) && (IsName(target) || !someFit))
        .Select(target => Fail(target, $"{target.Path} is {target}, {(IsName(target) ? "a name" : "a number")} that no port of the pods has"));
}

bool IsName(Node target) => target.Text.Any(char.IsLetter);
