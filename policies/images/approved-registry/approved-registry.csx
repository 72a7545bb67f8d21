// An image runs with whatever its registry lets into it.
// Every image, init containers' and operators' too, comes from a registry that its environment approves.

return new Policy<UsedImage, Approval>
{
    Title       = "Images come from a registry that the environment approves",
    Severity    = High,
    Controls    = [Nist80053("CM-7(5)"), Nist80053("SR-4"), Iso27001("A.8.19"), Cis("5.5.1")],
    Remediation = "Mirror the image into an approved registry and pull it from there, or have the registry approved in spec.registries of the descriptor.",
    Subjects    = estate => estate.Images,
    Evaluate    = (image, approval) => Approved(image, Registries(image.Environment, approval)),
};

record Approval
{
    /// <summary>For environments whose descriptor lists none: registries, or registries with a path.</summary>
    public ImmutableArray<string> Registries { get; init; } = [];
}

ImmutableArray<string> Registries(Environment environment, Approval approval) =>
    environment["spec.registries"].Count > 0 ? [.. environment["spec.registries"].Texts] : approval.Registries;

Verdict Approved(UsedImage used, ImmutableArray<string> registries) =>
    registries.IsEmpty
        ? NotApplicable($"{used.Environment.Description} approves no registries: neither spec.registries nor the parameter registries names any")
    : registries.FirstOrDefault(used.Image.IsIn) is { } registry ? Pass($"from {registry}", used.Node)
    : Fail(used.Node, $"{used.Image.Name} is not in an approved registry; {used.Environment.Description} approves {string.Join(", ", registries)}");
