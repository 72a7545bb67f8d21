// What cannot be reached from outside cannot be attacked from there. For parts of the estate that serve nobody outside:
// profiles switch it on where that holds, and name the Services that are meant to be reached.
// https://kubernetes.io/docs/concepts/services-networking/

return new Policy<Service, Meant>
{
    Title       = "Services cannot be reached from outside",
    Severity    = Medium,
    Controls    = [Nist80053("SC-7"), Nist80053("AC-17"), Hipaa("164.312(e)(1)"), Iso27001("A.8.22")],
    Remediation = "Take the route, the port or the address away, or name the Service in the parameter services.",
    Subjects    = estate => estate.Services,
    Evaluate    = (service, meant) => meant.Services.Contains($"{service.Namespace}/{service.Name}")
        ? Pass("meant to be reached", service["metadata.name"])
        : All([Pass(service["spec.type"]), .. Opened(service), .. Routes(service).Select(Led)]),
};

record Meant
{
    /// <summary>Services that are there for callers outside, as namespace/name.</summary>
    public ImmutableArray<string> Services { get; init; } = [];
}

IEnumerable<Verdict> Opened(Service service)
{
    if (service.Type == "NodePort" || (service.Type == "LoadBalancer" && service.InternalAnnotation is null))
    {
        yield return Fail(service["spec.type"], $"{service["spec.type"].Path} is {service.Type}, which makes {service.Name} reachable from outside");
    }

    if (service["spec.externalIPs"] is { Count: > 0 } addresses)
    {
        yield return Fail(addresses, $"{addresses.Path} makes {service.Name} reachable at {string.Join(", ", addresses.Texts)}");
    }
}

IEnumerable<RouteBackend> Routes(Service service) =>
    service.RouteBackends.Where(backend => backend.Route.Kind != "TraefikService");

Verdict Led(RouteBackend backend) =>
    Fail(backend.ServiceName, $"{backend.Route.Kind} {backend.Route.Name} makes Service {backend.ServiceName} reachable from outside");
