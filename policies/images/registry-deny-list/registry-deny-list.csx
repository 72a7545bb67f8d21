// Registries that a platform has decided against: because anybody may publish there, or as what came from them was bad.
// An allow-list says more; this is for where one is too much to begin with.

return new Policy<UsedImage, Denied>
{
    Title       = "Images do not come from a registry that is refused",
    Severity    = High,
    Controls    = [Nist80053("CM-7(4)"), Nist80053("SR-4"), Iso27001("A.8.19")],
    Remediation = "Mirror the image into a registry of your own and pull it from there.",
    Subjects    = estate => estate.Images,
    Evaluate    = (used, denied) =>
        denied.Registries.IsEmpty ? NotApplicable("the profile lists no registries")
        : denied.Registries.FirstOrDefault(used.Image.IsIn) is { } registry
            ? Fail(used.Node, $"{used.Image.Name} is in {registry}, which is refused")
        : Pass(used.Node),
};

record Denied
{
    // Registries, or registries with a path; without a host, Docker Hub is meant.
    public ImmutableArray<string> Registries { get; init; } = [];
}
