// One subject, several problems.
return new Policy<PodTemplate>
{
    Title = "Names are long",
    Severity = Low,
    Controls = [],
    Remediation = "",
    Subjects = estate => estate.Pods,
    Evaluate = pod => Each(pod.Containers, container => Fail(container["name"], $"{container.Name} is short")),
};
