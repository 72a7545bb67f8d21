// Without a limit anybody can try passwords at full speed, and one script can keep everybody else out.
// Where the environment asks for it, by its class or its data, each public rule passes a middleware or filter that
// limits requests, and limits them to something.

return new Policy<RouteRule, Demand>
{
    Title       = "Public routes pass a rate limit",
    Severity    = Medium,
    Controls    = [Hipaa("164.308(a)(5)(ii)(C)"), Nist80053("SC-5"), Nist80053("AC-7"), Iso27001("A.8.20")],
    Remediation = "Give the route a rateLimit middleware with an average and a burst, limit-rps of ingress-nginx, or the rate limit of the Gateway.",
    Subjects    = estate => estate.RouteRules,
    Evaluate    = (rule, demand) =>
        !rule.Environment.IsDeclared ? NotApplicable("no descriptor declares class or data")
        : !Asks(rule.Environment, demand) ? NotApplicable($"{rule.Environment.Description} does not ask for it")
        : !rule.IsHttp ? NotApplicable("it carries no HTTP")
        : rule.IsInternal ? NotApplicable("its entry points are not for the public")
        : rule.OnlyRedirects ? NotApplicable("it only redirects to HTTPS")
        : rule.Of(RouteFilterKind.RateLimit).FirstOrDefault(limit => limit.Defect is null && limit.Amount <= demand.PerSecond) is { } limit ? Pass(limit.Place)
        : rule.Of(RouteFilterKind.RateLimit).FirstOrDefault() is { } idle
            ? Fail(idle.Place, idle.Defect ?? $"{idle.Place.Path} lets {idle.Amount:0.##} requests a second through, more than {demand.PerSecond}")
        : Fail(rule.FiltersPlace, $"{rule.Description} passes no rate limit{Unknown(rule)}"),
};

record Demand
{
    /// <summary>The classes that ask for it; a class that is not declared counts as production.</summary>
    public ImmutableArray<EnvironmentClass> Classes { get; init; } = [EnvironmentClass.Production, EnvironmentClass.DisasterRecovery];

    /// <summary>The data that asks for it, whatever the class.</summary>
    public ImmutableArray<DataClass> Data { get; init; } = [DataClass.Confidential, DataClass.Regulated];

    /// <summary>More requests a second than this are no limit.</summary>
    public int PerSecond { get; init; } = 1000;
}

bool Asks(Environment environment, Demand demand) =>
    demand.Classes.Contains(environment.Class ?? EnvironmentClass.Production) || (environment.Data is { } data && demand.Data.Contains(data));

string Unknown(RouteRule rule) => rule.UnknownFilters is [var first, ..] ? $", as far as is known: {first} is not among the manifests" : "";
