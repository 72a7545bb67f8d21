// TLS without checking whom one talks to protects against nobody who can stand in between; sslmode=prefer goes on in the
// clear when told to. Such switches are set to get over a bad certificate, and stay.
// https://www.postgresql.org/docs/current/libpq-ssl.html#LIBPQ-SSL-PROTECTION

return new Policy<Resource>
{
    Title       = "No client skips the check of whom it talks to",
    Severity    = High,
    Controls    = [Hipaa("164.312(e)(1)"), Hipaa("164.312(d)"), Nist80053("SC-8(1)"), Nist80053("SC-23"), Iso27001("A.8.24")],
    Remediation = "Give the client the CA that signed the server's certificate, and take the switch out; for PostgreSQL use sslmode=verify-full.",
    Subjects    = estate => estate.Resources,
    Evaluate    = resource => All([Pass("no such switch", resource["kind"]), .. SkippedVerification.In(resource).Select(found => Skipped(found, resource))]),
};

// A switch is turned over; what else stands there is not shown, as it may be a connection string with its password.
Verdict Skipped(FoundSetting found, Resource resource) => Turned(found.Place) is { } fix
    ? Fail(found.Place, $"{found.Text} {found.Why}", fix)
    : FailUnshown(found.Place, $"{found.Text} {found.Why}", resource["metadata.name"]);

Fix? Turned(Node place) => place switch
{
    { Boolean: { } on } => Set(place, !on),
    { Text: "true" or "True" } => Set(place, "false"),
    { Text: "false" or "False" } => Set(place, "true"),
    { Text: "off" } => Set(place, "on"),
    { Text: "0" } => Set(place, "1"),
    { Text: "1" } => Set(place, "0"),
    _ => null,
};
