// k8s.gcr.io gets no new images, security fixes among them, and may be switched off; registry.k8s.io has them all.
// https://kubernetes.io/blog/2023/02/06/k8s-gcr-io-freeze-announcement/

return new Policy<UsedImage, Registries>
{
    Title       = "Images do not come from a registry that was given up",
    Severity    = Medium,
    Controls    = [Nist80053("SA-22"), Nist80053("CM-7(5)"), Iso27001("A.8.8"), Iso27001("A.8.19")],
    Remediation = "Take the image from registry.k8s.io, where it has the same path.",
    Subjects    = estate => estate.Images,
    Evaluate    = (used, registries) =>
        registries.Deprecated.FirstOrDefault(used.Image.IsIn) is { } registry
            ? Fail(used.Node, $"{used.Node.Path} is {used.Node}, and {registry} was given up", FixFor(used.Node))
            : Pass(used.Node),
};

record Registries
{
    // Registries, or registries with a path, that get no new images.
    public ImmutableArray<string> Deprecated { get; init; } =
        ["k8s.gcr.io", "gcr.io/google_containers", "gcr.io/google-containers"];
}

const string Frozen = "k8s.gcr.io/";

// Only what was in k8s.gcr.io is known to be in registry.k8s.io under the same path.
Fix? FixFor(Node image) =>
    image.Text.StartsWith(Frozen) ? Set(image, $"registry.k8s.io/{image.Text[Frozen.Length..]}") : null;
