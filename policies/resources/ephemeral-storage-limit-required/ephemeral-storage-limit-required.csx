// A container that fills its node's disk, with logs or temporary files, has the node evict its neighbours.
// With a limit it is evicted itself: https://kubernetes.io/docs/concepts/storage/ephemeral-storage/

return new Policy<Container>
{
    Title       = "Containers declare how much of the node's disk they use",
    Severity    = Low,
    Controls    = [Nist80053("SC-6"), Nist80053("SC-5"), Iso27001("A.8.6")],
    Remediation = "Set ephemeral-storage in resources.requests and resources.limits of the container.",
    Subjects    = estate => estate.Containers,
    Evaluate    = container =>
        container.Role == ContainerRole.Ephemeral
            ? NotApplicable("an ephemeral container cannot have resources")
            : All([Bounded(container.Resources("limits.ephemeral-storage")), Reserved(container)]),
};

Verdict Bounded(Node limit) =>
    limit.IsMissing ? Fail(limit, $"{limit.Path} is not set")
    : IsAmount(limit) ? Pass(limit)
    : Fail(limit, $"{limit.Path} is {limit}, which is no limit");

// Where a limit is written, the API server would take it for the request; that is what the fix writes down.
Verdict Reserved(Container container) => (container.Resources("requests.ephemeral-storage"), container["resources.limits.ephemeral-storage"]) switch
{
    ({ IsMissing: true } request, var limit) => Fail(request, $"{request.Path} is not set", IsAmount(limit) ? Set(request, limit.Text) : null),
    (var request, _) when IsAmount(request) => Pass(request),
    (var request, _) => Fail(request, $"{request.Path} is {request}, which reserves nothing"),
};

bool IsAmount(Node amount) => Quantity.TryParse(amount.Text, out Quantity quantity) && quantity > "0";
