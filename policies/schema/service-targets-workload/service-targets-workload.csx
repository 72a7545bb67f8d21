// A Service whose selector fits no pod answers nobody, mostly by a slip in a label. So does one whose targetPort is none of
// its pods' ports: a name has to be there; a number may be left out by pods that declare no ports at all.
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
            ? All([Pass(service.Selector, pods[0].Node["metadata.labels"]), .. service.Ports.Select(port => Found(port, pods))])
        : service.Resource.Home?.MayHoldMore(service.Resource.Home.Pods.Length > 0) is { } reason ? NotApplicable(reason)
        : Fail(service.Selector, $"{service.Selector.Path} fits no pod of namespace {service.Namespace}"),
};

Verdict Found(Node port, ImmutableArray<PodTemplate> pods)
{
    var target = port["targetPort"].Exists ? port["targetPort"] : port["port"];
    var declared = pods.SelectMany(pod => pod.Containers).SelectMany(container => container.Ports).ToImmutableArray();
    return declared.Any(one => one["containerPort"].Text == target.Text || one["name"].Text == target.Text) || (declared.IsEmpty && !IsName(target))
        ? Pass(target)
        : Fail(target, $"{target.Path} is {target}, {(IsName(target) ? "a name" : "a number")} that no port of the pods has");
}

bool IsName(Node target) => target.Text.Any(char.IsLetter);
