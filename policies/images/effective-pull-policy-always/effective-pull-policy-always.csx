// A tag may be put on another image, and a node that has the old one goes on using it; nor does it ask whether the pod may
// have it. Where no policy is written, Kubernetes asks the registry for latest only; an image by its digest never changes.
// https://kubernetes.io/docs/concepts/containers/images/#imagepullpolicy-defaulting

return new Policy<Container>
{
    Title       = "Images are pulled each time a container starts",
    Severity    = Low,
    Controls    = [Nist80053("AC-3"), Nist80053("SI-7"), Iso27001("A.8.19")],
    Remediation = "Set imagePullPolicy to Always on the container, or pin the image by its digest and leave the policy out.",
    Subjects    = estate => estate.Containers,
    Evaluate    = container => Pulled(container["imagePullPolicy"], container),
};

Verdict Pulled(Node policy, Container container) => container switch
{
    { PullPolicy: "Always" } => Pass(policy, container["image"]),
    { Image: null } when policy.IsMissing => NotApplicable("it names no image"),
    { Image.Digest: not null } when policy.IsMissing => Pass("pinned by digest", container["image"]),
    _ when policy.IsMissing => Fail(policy, $"{policy.Path} is not set, which means IfNotPresent for {container["image"]}", Set(policy, "Always")),
    _ => Fail(policy, $"{policy.Path} is {policy}; it must be Always", Set(policy, "Always")),
};
