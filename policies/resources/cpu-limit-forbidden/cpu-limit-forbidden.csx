// A CPU limit slows a container down even while the node has time to spare; requests alone share it fairly.
// The opposite school is resources/cpu-limit-required: a platform decides on one of the two.

return new Policy<PodTemplate>
{
    Title       = "Pods set no CPU limit",
    Severity    = Low,
    Controls    = [Nist80053("SC-6"), Iso27001("A.8.6")],
    Remediation = "Remove limits.cpu and keep requests.cpu, which is what the node shares its time by.",
    Subjects    = estate => estate.Pods,
    Evaluate    = pod => All([Unlimited(pod.Spec), .. pod.Containers.Select(container => Unlimited(container.Node))]),
};

Verdict Unlimited(Node owner) => owner["resources.limits.cpu"] is { Exists: true } limit
    ? Fail(limit, $"{limit.Path} is {limit}; it must not be set", Remove(limit))
    : Pass(owner["resources.limits.cpu"]);
