// Every container states how much memory it needs, so that the scheduler puts it where there is that much.
// A limit alone is not enough: the API server would take it for the request, and reserve more than is needed.

return new Policy<Container>
{
    Title       = "Containers declare a memory request",
    Severity    = Medium,
    Controls    = [Nist80053("SC-6"), Hipaa("164.306(a)(1)"), Iso27001("A.8.6")],
    Remediation = "Set resources.requests.memory on the container to what it needs in ordinary use.",
    Subjects    = estate => estate.Containers,
    Evaluate    = container =>
        container.Role == ContainerRole.Ephemeral
            ? NotApplicable("an ephemeral container cannot have resources")
            : Reserved(container.Resources("requests.memory"), container["resources.limits.memory"]),
};

// The fix writes down what the API server would take.
Verdict Reserved(Node request, Node limit) =>
    request.IsMissing      ? Fail(request, $"{request.Path} is not set", IsAmount(limit) ? Set(request, limit.Text) : null)
    : !IsAmount(request)   ? Fail(request, $"{request.Path} is {request}, which reserves nothing")
    : Pass(request);

bool IsAmount(Node request) => Quantity.TryParse(request.Text, out Quantity amount) && amount > "0";
