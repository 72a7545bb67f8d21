// One Odoo serves every database that its login may open. dbfilter, or db_name where there is none, pins it to the
// tenant's own: otherwise a request decides in whose records it lands.
// https://www.odoo.com/documentation/18.0/administration/on_premise/deploy.html#dbfilter

return new Policy<OdooServer>
{
    Title       = "Odoo serves its tenant's database and no other",
    Severity    = High,
    Controls    = [Hipaa("164.312(a)(1)"), Nist80053("AC-3"), Nist80053("SC-7(21)"), Iso27001("A.8.3")],
    Remediation = "Set dbfilter to an expression with ^ and $ around the database's name, or around %d or %h, and db_name.",
    Subjects    = estate => estate.OdooServers.Where(server => !server.IsOnce),
    Evaluate    = server => Pinned(server.Setting("dbfilter"), server.Setting("db_name")),
};

// A filter that is set decides alone: db_name counts only without one.
Verdict Pinned(OdooSetting filter, OdooSetting name) => (filter, name) switch
{
    ({ IsWritten: true, Text.Length: > 0, IsOn: true }, _) => Narrow(filter),
    ({ IsKnown: false }, { IsKnown: false } or { IsWritten: false }) => Fail(filter.Place, filter.Says),
    (_, { IsWritten: true, Text.Length: > 0, IsOn: true }) => Pass(name.Place),
    (_, { Source: OdooSource.FilledIn, IsSecret: true }) => Pass("the name is kept in a Secret", name.Place),
    (_, { IsKnown: false }) => Fail(name.Place, name.Says),
    _ => Fail(filter.Place, "neither dbfilter nor db_name is set, so Odoo serves every database that it finds"),
};

Verdict Narrow(OdooSetting filter) => Admits(filter.Text) is { } why
    ? Fail(filter.Place, $"dbfilter is {filter.Text}, which {why}")
    : Pass(filter.Place);

// Odoo matches from the start of the name on; %d and %h stand for a part of the host and all of it.
string? Admits(string filter) =>
    filter.Trim('^', '$', '(', ')', '.', '*', '+', '?', ' ').Length == 0 || Wild().IsMatch(filter.TrimStart('^', '('))
        ? "admits databases of any name"
    : !filter.EndsWith('$') ? "has no $ at its end, so it admits longer names too"
    : Open().IsMatch(filter) ? "leaves a part of the name open, so it admits other databases too"
    : null;

Regex Wild() => new(@"^(\.|\[|\\[wWSD])[^|]*[*+]");

Regex Open() => new(@"(\.|\]|\\[wWSDd])(\*|\+|\{)");
