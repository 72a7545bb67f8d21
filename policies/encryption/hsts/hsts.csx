// A redirect to HTTPS can be cut off by whoever sits between. Strict-Transport-Security makes the browser remember, so
// that after the first visit it never asks in the clear again: https://www.rfc-editor.org/rfc/rfc6797.

return new Policy<RouteRule, Header>
{
    Title       = "Public routes send Strict-Transport-Security",
    Severity    = Medium,
    Controls    = [Hipaa("164.312(e)(1)"), Nist80053("SC-8"), Nist80053("SC-23"), Iso27001("A.8.24")],
    Remediation = "Give the route a headers middleware with stsSeconds of at least half a year, or a filter that sets the header.",
    Subjects    = estate => estate.RouteRules,
    Evaluate    = (rule, header) =>
        !rule.IsHttp ? NotApplicable("it carries no HTTP")
        : rule.IsInternal ? NotApplicable("its entry points are not for the public")
        : rule.OnlyRedirects ? NotApplicable("it only redirects to HTTPS")
        : rule.Of(RouteFilterKind.StrictTransport).FirstOrDefault(sent => sent.Amount < header.Seconds) is { } brief
            ? Fail(brief.Place, $"Strict-Transport-Security holds for {brief.Amount} seconds, less than {header.Seconds}", fix: brief.Place.Name == "stsSeconds" ? Set(brief.Place, 31536000) : null)
        : rule.Of(RouteFilterKind.StrictTransport).FirstOrDefault() is { } sent ? Pass(sent.Place)
        : Fail(rule.FiltersPlace, $"{rule.Description} sends no Strict-Transport-Security{Unknown(rule)}"),
};

record Header
{
    /// <summary>180 days.</summary>
    public int Seconds { get; init; } = 15552000;
}

string Unknown(RouteRule rule) => rule.UnknownFilters is [var first, ..] ? $", as far as is known: {first} is not among the manifests" : "";
