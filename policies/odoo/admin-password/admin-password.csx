// admin_passwd is the master key of the database manager: who has it downloads or drops every database. Odoo's default
// is "admin". It is set, strong, and kept in a Secret, not beside the other settings.
// https://www.odoo.com/documentation/18.0/administration/on_premise/deploy.html#security

return new Policy<OdooServer, Strength>
{
    Title       = "Odoo's master password is set, strong and kept in a Secret",
    Severity    = High,
    Controls    = [Hipaa("164.308(a)(5)(ii)(D)"), Nist80053("IA-5(1)"), Nist80053("IA-5(7)"), Iso27001("A.5.17")],
    Remediation = "Set admin_passwd, long and random or as the hash that Odoo makes of it, in a Secret that comes from a secret store.",
    Subjects    = estate => estate.OdooServers.Where(server => !server.IsOnce),
    Evaluate    = (server, strength) => Judged(server, server.Setting("admin_passwd"), strength),
};

record Strength
{
    /// <summary>Characters.</summary>
    public int MinimumLength { get; init; } = 16;

    /// <summary>What guessers try first.</summary>
    public ImmutableArray<string> Guessable { get; init; } = ["admin", "odoo", "passw", "change", "secret", "master", "12345", "qwerty", "letmein", "welcome", "example", "hospital"];
}

Verdict Judged(OdooServer server, OdooSetting password, Strength strength) => (password, server.SecretFor("admin_passwd")) switch
{
    ({ Source: OdooSource.FilledIn, IsSecret: true }, _) => Pass("it comes from a Secret", password.Place),
    ({ IsKnown: false } or { IsWritten: false }, { } own) => Pass("it comes from a Secret", own),
    ({ IsKnown: false, IsSecret: true }, _) => NotApplicable(password.Says),
    ({ IsKnown: false } or { IsWritten: false }, _) => Fail(password.Place, password.Says),
    ({ Text: "" }, _) => Fail(password.Place, "admin_passwd is empty"),
    ({ IsSecret: false }, _) => FailUnshown(password.Place, $"admin_passwd is written into {password.Owner["kind"]} {password.Owner["metadata.name"]}, which is no Secret", Named(password)),
    _ when !IsStrong(password.Text, strength) => FailUnshown(password.Place, $"admin_passwd is weak: it needs {strength.MinimumLength} characters that nobody guesses, or Odoo's hash", Named(password)),
    _ => Pass("it is strong and comes from a Secret", Named(password)),
};

bool IsStrong(string text, Strength strength) =>
    text.StartsWith("$pbkdf2", StringComparison.Ordinal)
    || (text.Length >= strength.MinimumLength && text.Distinct().Count() >= 8 && !strength.Guessable.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)));

Node Named(OdooSetting password) => password.Owner["metadata.name"];
