// What the whole internet can reach, the whole internet attacks. Where the environment asks for it, by its class or its
// data, each public rule stands behind a web application firewall that blocks, or behind a list of the addresses that
// may come in. A firewall that only looks on, and a list that holds every address, protect nothing.

return new Policy<RouteRule, Demand>
{
    Title       = "Public routes are behind a web application firewall or an address list",
    Severity    = Medium,
    Controls    = [Hipaa("164.312(a)(1)"), Nist80053("SC-7"), Nist80053("SC-7(5)"), Iso27001("A.8.20"), Iso27001("A.8.23")],
    Remediation = "Give the route an ipAllowList with the networks that need it, or a firewall (Coraza or ModSecurity with SecRuleEngine On, the cloud's own).",
    Subjects    = estate => estate.RouteRules,
    Evaluate    = (rule, demand) =>
        !rule.Environment.IsDeclared ? NotApplicable("no descriptor declares class or data")
        : !Asks(rule.Environment, demand) ? NotApplicable($"{rule.Environment.Description} does not ask for it")
        : rule.IsInternal ? NotApplicable("its entry points are not for the public")
        : rule.OnlyRedirects ? NotApplicable("it only redirects to HTTPS")
        : rule.FiltersPlace.Items.Select(reference => reference["name"]).FirstOrDefault(name => demand.Middlewares.Contains(name.Text)) is { } named ? Pass(named)
        : Protections(rule).FirstOrDefault(filter => filter.Defect is null) is { } working ? Pass(working.Place)
        : Protections(rule).FirstOrDefault() is { } idle ? Fail(idle.Place, idle.Defect ?? "it protects nothing")
        : Fail(rule.FiltersPlace, $"{rule.Description} passes neither a firewall nor an address list{Unknown(rule)}"),
};

record Demand
{
    /// <summary>The classes that ask for it; a class that is not declared counts as production.</summary>
    public ImmutableArray<EnvironmentClass> Classes { get; init; } = [EnvironmentClass.Production, EnvironmentClass.DisasterRecovery];

    /// <summary>The data that asks for it in those classes.</summary>
    public ImmutableArray<DataClass> Data { get; init; } = [DataClass.Regulated];

    /// <summary>Middlewares that are a firewall, or lead to one, though their kind does not say so.</summary>
    public ImmutableArray<string> Middlewares { get; init; } = [];
}

bool Asks(Environment environment, Demand demand) =>
    demand.Classes.Contains(environment.Class ?? EnvironmentClass.Production) && demand.Data.Contains(environment.Data ?? DataClass.Regulated);

IEnumerable<RouteFilter> Protections(RouteRule rule) =>
    rule.Filters.Where(filter => filter.Kind is RouteFilterKind.AddressList or RouteFilterKind.Firewall);

string Unknown(RouteRule rule) => rule.UnknownFilters is [var first, ..] ? $", as far as is known: {first} is not among the manifests" : "";
