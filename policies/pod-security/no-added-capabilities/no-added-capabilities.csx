// Beyond what its runtime gives, a container gets only what somebody added. Where nothing is added, nothing has to be
// argued about. https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#set-capabilities-for-a-container

return new Policy<Container>
{
    Title       = "Containers add no capability",
    Severity    = Medium,
    Controls    = [Cis("5.2.9"), Nist80053("AC-6"), Nist80053("CM-7"), Iso27001("A.8.2")],
    Remediation = "Remove securityContext.capabilities.add; to serve low ports, map them in the Service.",
    Subjects    = estate => estate.Containers,
    Evaluate    = container => All([Pass(container.Capabilities.Node["add"]), .. container.Capabilities.Added.Select(Added)]),
};

Verdict Added(Node item) => Fail(item, $"{item.Path} adds {item}", Remove(item));
