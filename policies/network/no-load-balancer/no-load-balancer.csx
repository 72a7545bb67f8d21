// A load balancer of the cloud gives a Service an address on the internet of its own, with no route, no TLS and no
// rate limit before it. One way in, which everybody knows, is enough; addresses of the own network are no way in.
// https://kubernetes.io/docs/concepts/services-networking/service/#internal-load-balancer

return new Policy<Service, Allowed>
{
    Title       = "No Service has a public load balancer of its own",
    Severity    = Medium,
    Controls    = [Nist80053("SC-7"), Nist80053("SC-7(3)"), Nist80053("CM-7"), Hipaa("164.312(e)(1)"), Iso27001("A.8.20")],
    Remediation = "Make the Service a ClusterIP behind a route, or ask the cloud for an internal load balancer by its annotation.",
    Subjects    = estate => estate.Services,
    Evaluate    = (service, allowed) =>
        service.Type != "LoadBalancer" ? Pass(service["spec.type"])
        : allowed.Services.Contains($"{service.Namespace}/{service.Name}") ? Pass("allowed by the profile", service["spec.type"])
        : service.InternalAnnotation is { } inside ? Pass("the load balancer has no public address", inside)
        : Fail(service["spec.type"], $"{service["spec.type"].Path} is LoadBalancer, and no annotation keeps it internal"),
};

record Allowed
{
    /// <summary>The ways in that everybody knows, as namespace/name.</summary>
    public ImmutableArray<string> Services { get; init; } = [];
}
