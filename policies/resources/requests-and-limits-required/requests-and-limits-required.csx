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
            : All([.. amounts.Requests.Select(name => Positive(container.Resources($"requests['{name}']"), container[$"resources.limits['{name}']"])),
                   .. amounts.Limits.Select(name => Positive(container.Resources($"limits['{name}']"), container[$"resources.requests['{name}']"]))],
                  otherwise: "the profile asks for no requests and no limits"),
};

record Amounts
{
    public ImmutableArray<string> Requests { get; init; } = ["cpu", "memory"];
    public ImmutableArray<string> Limits { get; init; } = ["memory"];
}

// The fix takes the other of the two where it is written: the API server does so for requests.
Verdict Positive(Node place, Node other) =>
    place.IsMissing ? Fail(place, $"{place.Path} is not set", IsAmount(other) ? Set(place, other.Text) : null)
    : IsAmount(place) ? Pass(place)
    : Fail(place, $"{place.Path} is {place}, which is no amount");

bool IsAmount(Node place) => Quantity.TryParse(place.Text, out Quantity amount) && amount > "0";
