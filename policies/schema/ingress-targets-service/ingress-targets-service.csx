// A route to a Service that does not exist, or to a port that it lacks, answers with an error. The name is mostly a slip,
// or what is left when the Service was renamed. Judged are the routes of Traefik, Gateways and OpenShift, too.
// https://kubernetes.io/docs/concepts/services-networking/ingress/#the-ingress-resource

return new Policy<RouteBackend>
{
    Title       = "Routes lead to Services and ports that exist",
    Severity    = Medium,
    Controls    = [Nist80053("CM-6"), Nist80053("CP-10"), Iso27001("A.8.9")],
    Remediation = "Write the name of a Service of the namespace, and a port that it has.",
    Subjects    = estate => estate.RouteBackends,
    Evaluate    = backend =>
        backend.Service is { } service ? backend.FindsPort
            ? Pass(backend.ServiceName, service["metadata.name"])
            : Fail(backend.Port, $"{backend.Port.Path} is {backend.Port}, a port that Service {service.Name} does not have")
        : Elsewhere(backend, backend.Environment.NamespaceNamed(backend.Namespace)) is { } reason ? NotApplicable(reason)
        : Fail(backend.ServiceName, $"{backend.ServiceName.Path} is {backend.ServiceName}, and namespace {backend.Namespace} has no Service of that name"),
};

string? Elsewhere(RouteBackend backend, Namespace? ns) => ns is null
    ? $"namespace {backend.Namespace} is not among the manifests"
    : ns.MayHoldMore(ns.OfKind("Service").Any());
