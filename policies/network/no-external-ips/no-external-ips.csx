// Whoever may write a Service can claim any address with externalIPs and so take over the traffic that others send there:
// CVE-2020-8554, https://github.com/kubernetes/kubernetes/issues/97076. Kubernetes cannot tell a right claim from a wrong one.

return new Policy<Service, Claims>
{
    Title       = "Services claim no outside addresses",
    Severity    = High,
    Controls    = [Nist80053("SC-7"), Nist80053("SI-2"), Hipaa("164.312(e)(1)"), Iso27001("A.8.20")],
    Remediation = "Take externalIPs away; use a load balancer or a route, or have the address allowed by the parameter addresses.",
    Subjects    = estate => estate.Services,
    Evaluate    = (service, claims) =>
        service["spec.externalIPs"] is { Count: > 0 } addresses ? Claimed(addresses, claims.Addresses) : Pass(service["spec.externalIPs"]),
};

record Claims
{
    /// <summary>Addresses that Services may claim.</summary>
    public ImmutableArray<string> Addresses { get; init; } = [];
}

Verdict Claimed(Node addresses, ImmutableArray<string> allowed) =>
    addresses.Texts.Any(allowed.Contains)
        ? Each(addresses.Items, address => allowed.Contains(address.Text)
            ? Pass("an allowed address", address)
            : Fail(address, $"{address.Path} claims {address}, which is not allowed", Remove(address)))
        : Fail(addresses, $"{addresses.Path} claims {string.Join(", ", addresses.Texts)}", Remove(addresses));
