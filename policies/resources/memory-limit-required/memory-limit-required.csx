// Every container states how much memory it may use,
// so that one workload cannot starve its neighbours on the node.

return new Policy<Container, Limits>
{
    Title       = "Containers declare a memory limit",
    Severity    = Medium,
    Controls    = [Nist80053("SC-6"), Hipaa("164.306(a)(1)"), Iso27001("A.8.6")],
    Remediation = "Set resources.limits.memory on the container.",
    Subjects    = estate => estate.Containers,
    Evaluate    = (container, limits) =>
        container.Role == ContainerRole.Ephemeral
            ? NotApplicable("an ephemeral container cannot have resources")
            : Bounded(container.Resources("limits.memory"), limits.Max ?? Amount(container["resources.requests.memory"]), limits.Max),
};

record Limits
{
    // The most that a container may use, such as 4Gi; without it any limit will do.
    public Quantity? Max { get; init; }
}

// Without a most, the fix lets the container use what it requests: that much is there.
Verdict Bounded(Node limit, Quantity? proposed, Quantity? max) =>
    limit.IsMissing                    ? Fail(limit, $"{limit.Path} is not set", FixWith(limit, proposed))
    : !IsAmount(limit, out var amount) ? Fail(limit, $"{limit.Path} is {limit}, which is no limit")
    : amount > max                     ? Fail(limit, $"{limit.Path} is {limit}, more than the allowed {max}")
    : Pass(limit);

Fix? FixWith(Node limit, Quantity? proposed) => proposed is { } amount ? Set(limit, amount) : null;

Quantity? Amount(Node request) => IsAmount(request, out Quantity amount) ? amount : default(Quantity?);

// Container runtimes read 0 as "no limit".
bool IsAmount(Node limit, out Quantity amount) => Quantity.TryParse(limit.Text, out amount) && amount > "0";
