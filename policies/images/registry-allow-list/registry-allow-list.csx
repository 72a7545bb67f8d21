// An image runs with whatever its registry lets into it. Every image comes from one of the registries that the profile
// lists. images/approved-registry does the same by what each environment's descriptor approves.

return new Policy<UsedImage, Allowed>
{
    Title       = "Images come from a registry on the list",
    Severity    = High,
    Controls    = [Nist80053("CM-7(5)"), Nist80053("SR-4"), Iso27001("A.8.19"), Cis("5.5.1")],
    Remediation = "Mirror the image into a registry of the list and pull it from there, or add its registry to the parameter registries.",
    Subjects    = estate => estate.Images,
    Evaluate    = (used, allowed) =>
        allowed.Registries.IsEmpty ? NotApplicable("the profile lists no registries")
        : allowed.Registries.FirstOrDefault(used.Image.IsIn) is { } registry ? Pass($"from {registry}", used.Node)
        : Fail(used.Node, $"{used.Image.Name} is in none of the registries {string.Join(", ", allowed.Registries)}"),
};

record Allowed
{
    // Registries, or registries with a path; without a host, Docker Hub is meant.
    public ImmutableArray<string> Registries { get; init; } = [];
}
