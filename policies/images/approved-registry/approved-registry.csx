// An image runs with whatever its registry lets into it.
// Every image, init containers' and operators' too, comes from a registry that its environment approves.

return new Policy<Subject, Approval>
{
    Title       = "Images come from a registry that the environment approves",
    Severity    = High,
    Controls    = [Nist80053("CM-7(5)"), Nist80053("SR-4"), Iso27001("A.8.19"), Cis("5.5.1")],
    Remediation = "Mirror the image into an approved registry and pull it from there, or have the registry approved in spec.registries of the descriptor.",
    Subjects    = estate => [.. estate.Images.Select(image => image.Environment).Distinct(), .. estate.Images],
    Evaluate    = (subject, approval) => Registries(subject.Environment, approval) is var registries && subject is UsedImage image
        ? Approved(image, registries)
        : Declared(subject.Environment, registries),
};

record Approval
{
    /// <summary>For environments whose descriptor lists none: registries, or registries with a path.</summary>
    public ImmutableArray<string> Registries { get; init; } = [];
}

ImmutableArray<string> Registries(Environment environment, Approval approval) =>
    environment["spec.registries"].Count > 0 ? [.. environment["spec.registries"].Texts] : approval.Registries;

Verdict Declared(Environment environment, ImmutableArray<string> registries) =>
    !environment.IsDeclared ? NotApplicable("no descriptor approves registries")
    : registries.IsEmpty    ? Fail(environment["spec.registries"], $"{environment.Name} approves no registries, so its images may come from anywhere")
    : Pass(environment["spec.registries"]);

Verdict Approved(UsedImage used, ImmutableArray<string> registries) =>
    registries.IsEmpty
        ? NotApplicable($"{used.Environment.Description} approves no registries: neither spec.registries nor the parameter registries names any")
    : registries.FirstOrDefault(registry => used.Image.IsIn(Whole(registry))) is { } registry ? Pass($"from {registry}", used.Node)
    : Fail(used.Node, $"{used.Image.Name} is not in an approved registry; {used.Environment.Description} approves {string.Join(", ", registries)}");

// Some write a path as registry/erp/*.
string Whole(string registry) => registry.EndsWith("/*") ? registry[..^2] : registry;
