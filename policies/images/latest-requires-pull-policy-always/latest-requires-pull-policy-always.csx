// An image called latest is another one tomorrow. A node that keeps the old one runs another program than its neighbours.
// https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy

return new Policy<Container>
{
    Title       = "Images called latest are pulled each time",
    Severity    = Medium,
    Controls    = [Nist80053("CM-2"), Nist80053("SI-7"), Iso27001("A.8.19")],
    Remediation = "Name a version; where it has to be latest, set imagePullPolicy to Always or leave it out.",
    Subjects    = estate => estate.Containers,
    Evaluate    = container =>
        container.Image is not { IsLatest: true } ? NotApplicable("its image is not called latest")
        : container.PullPolicy == "Always" ? Pass(container["imagePullPolicy"], container["image"])
        : Old(container["imagePullPolicy"], container["image"]),
};

Verdict Old(Node policy, Node image) => Fail(
    policy, $"{policy.Path} is {policy}, and {image} means latest: nodes keep the one that they have", Set(policy, "Always"));
