// Memory that was limited but not reserved is there only while the neighbours leave it: when a node runs short, the pod
// that uses more than it requested dies first. https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/

return new Policy<Container>
{
    Title       = "Containers request the memory that they may use",
    Severity    = Low,
    Controls    = [Nist80053("SC-6"), Iso27001("A.8.6")],
    Remediation = "Set resources.requests.memory to the value of resources.limits.memory.",
    Subjects    = estate => estate.Containers,
    Evaluate    = container => Equal(container.Resources("requests.memory"), container.Resources("limits.memory")),
};

// A request that is not written is taken from the limit by the API server.
Verdict Equal(Node request, Node limit) => (request, limit) switch
{
    ({ IsMissing: true }, { IsMissing: true }) => NotApplicable("it neither requests nor limits memory"),
    ({ IsMissing: true }, _) => Pass("the limit is the request too", limit),
    (_, { IsMissing: true }) => Fail(limit, $"{limit.Path} is not set, and {request.Path} is {request}"),
    _ when Amount(request) is { } requested && requested == Amount(limit) => Pass(request, limit),
    _ => Fail(request, $"{request.Path} is {request}, and {limit.Path} is {limit}", Amount(limit) is null ? null : Set(request, limit.Text)),
};

Quantity? Amount(Node node) => Quantity.TryParse(node.Text, out Quantity amount) ? amount : default(Quantity?);
