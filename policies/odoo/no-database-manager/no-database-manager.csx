// Odoo's database manager downloads, replaces and deletes whole databases: patients' records in two clicks, guarded by
// one password. In an operated system nobody needs it: list_db is off, and no route brings /web/database in.
// https://www.odoo.com/documentation/18.0/administration/on_premise/deploy.html#database-manager-security

return new Policy<OdooServer, Manager>
{
    Title       = "Odoo's database manager is off and out of reach",
    Severity    = Critical,
    Controls    = [Hipaa("164.312(a)(1)"), Nist80053("CM-7"), Nist80053("AC-3"), Iso27001("A.8.3")],
    Remediation = "Set list_db = False in odoo.conf, or give Odoo --no-database-list; take /web/database out of the route, or guard it by a middleware.",
    Subjects    = estate => estate.OdooServers.Where(server => !server.IsOnce),
    Evaluate    = (server, manager) =>
        server.Setting("http_enable") is { IsKnown: true, IsOn: false } off
            ? Pass("it serves no HTTP", off.Place)
            : All([Off(server.Setting("list_db")), .. manager.Routes ? server.Routes.Select(Closed) : []]),
};

record Manager
{
    /// <summary>Whether the route is judged too, and not only the setting.</summary>
    public bool Routes { get; init; } = true;
}

Verdict Off(OdooSetting list) => list is { IsKnown: true, IsOn: false }
    ? Pass(list.Place)
    : Fail(list.Place, $"the database manager is on: {list.Says}", list.Changed("False"));

Verdict Closed(OdooRoute route) => route.ReachesDatabaseManager
    ? Fail(route.Place, $"{route.Resource.Kind} {route.Resource.Name} brings the public to Odoo's database manager, /web/database")
    : Pass(route.Place);
