// Requests tell the scheduler what a container needs, limits keep it from taking more. One check for both; what has to be
// set is a parameter, as some platforms want CPU limits too and others none.

return new Policy<Container, Amounts>
{
    Title       = "Containers declare their requests and limits",
    Severity    = Medium,
    Controls    = [Nist80053("SC-6"), Hipaa("164.306(a)(1)"), Iso27001("A.8.6")],
    Remediation = "Set resources.requests.cpu, resources.requests.memory and resources.limits.memory on the container.",
    Subjects    = estate => estate.Containers,
    Evaluate    = (container, amounts) =>
        container.Role == ContainerRole.Ephemeral
            ? NotApplicable("an ephemeral container cannot have resources")
            : All([.. amounts.Requests.Select(name => Positive(container.Resources($"requests['{name}']"))),
                   .. amounts.Limits.Select(name => Positive(container.Resources($"limits['{name}']")))],
                  otherwise: "the profile asks for no requests and no limits"),
};

record Amounts
{
    public ImmutableArray<string> Requests { get; init; } = ["cpu", "memory"];
    public ImmutableArray<string> Limits { get; init; } = ["memory"];
}

Verdict Positive(Node place) =>
    place.IsMissing ? Fail(place, $"{place.Path} is not set")
    : Quantity.TryParse(place.Text, out Quantity amount) && amount > "0" ? Pass(place)
    : Fail(place, $"{place.Path} is {place}, which is no amount");
