// A node that has an image gives it to any pod that asks, whether that may pull it or not. With Always the registry is
// asked each time, and what it withdrew starts no more; what the node has is not downloaded again.
// https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy

return new Policy<Container>
{
    Title       = "Containers say that their image is always pulled",
    Severity    = Low,
    Controls    = [Nist80053("AC-3"), Iso27001("A.8.3")],
    Remediation = "Set imagePullPolicy to Always on the container.",
    Subjects    = estate => estate.Containers,
    Evaluate    = container => Always(container["imagePullPolicy"]),
};

Verdict Always(Node policy) =>
    policy.Text == "Always" ? Pass(policy)
    : Fail(policy, $"{policy.Path} is {(policy.IsMissing ? "not set" : policy)}; it must be Always", Set(policy, "Always"));
