// Who logs in to a container by SSH passes by the API server: no role asked, nothing in the audit log, one more password
// to keep. https://kubernetes.io/docs/tasks/debug/debug-application/debug-running-pod/ needs no such thing.

return new Policy<Resource, Ssh>
{
    Title       = "Nothing serves SSH",
    Severity    = Medium,
    Controls    = [Nist80053("AC-17"), Nist80053("CM-7"), Nist80053("AU-12"), Hipaa("164.312(b)"), Iso27001("A.8.20")],
    Remediation = "Take the SSH server out of the image and its port out of pods and Services; use kubectl debug or exec where it must be.",
    Subjects    = estate => estate.Resources.Where(resource => resource.Is("Service", "") || !resource.Pods.IsEmpty),
    Evaluate    = (resource, ssh) => All(
    [
        Pass(resource["metadata.name"]),
        .. Ports(resource).Where(port => port.Integer is { } number && ssh.Ports.Contains(number)).Select(port => Fail(port, $"{port.Path} is {port}, a port of SSH")),
        .. Words(resource).Where(word => Server.IsMatch(word.Text)).Select(word => Fail(word, $"{word.Path} starts an SSH server")),
    ]),
};

record Ssh
{
    public ImmutableArray<long> Ports { get; init; } = [22, 2222];
}

IEnumerable<Node> Ports(Resource resource) =>
[
    .. resource["spec.ports"].Items.SelectMany(port => new[] { port["port"], port["targetPort"] }).DistinctBy(port => port.Text),
    .. resource.Pods.SelectMany(pod => pod.Containers).SelectMany(container => container.Ports).Select(port => port["containerPort"]),
];

IEnumerable<Node> Words(Resource resource) =>
    resource.Pods.SelectMany(pod => pod.Containers).SelectMany(container => container["command"].Items.Concat(container["args"].Items));

static readonly Regex Server = new(@"(^|[\s;&|(/])(sshd|dropbear)(\s|$)");
