// Behind an ingress every request seems to come from the ingress, in plain HTTP. Unless proxy_mode is on, Odoo logs the
// wrong address, limits nobody's logins, and writes http:// into links of mails and payment pages.
// https://www.odoo.com/documentation/18.0/administration/on_premise/deploy.html#https

return new Policy<OdooServer>
{
    Title       = "Odoo behind an ingress knows that it is",
    Severity    = Medium,
    Controls    = [Hipaa("164.312(b)"), Nist80053("AU-3"), Nist80053("SC-8"), Iso27001("A.8.15")],
    Remediation = "Set proxy_mode = True in odoo.conf, or give Odoo --proxy-mode.",
    Subjects    = estate => estate.OdooServers.Where(server => !server.IsOnce),
    Evaluate    = server => server.Routes.FirstOrDefault(route => route.IsProxied) is { } route
        ? On(server.Setting("proxy_mode"), route)
        : NotApplicable("no ingress leads to it"),
};

Verdict On(OdooSetting mode, OdooRoute route) =>
    !mode.IsKnown ? NotApplicable(mode.Says)
    : mode.IsOn ? Pass(mode.Place, route.Place)
    : Fail(mode.Place, $"{route.Resource.Kind} {route.Resource.Name} leads to Odoo, and {mode.Says}", mode.Changed("True"));
