// When three people share the account "admin", the audit log cannot say who deleted the patient's record,
// and whoever leaves takes the password along. Rights that matter are held by persons, or by groups of persons.

return new Policy<AccessList>
{
    Title       = "No shared or generic account holds privileges",
    Severity    = High,
    Controls    = [Hipaa("164.312(a)(2)(i)"), Hipaa("164.312(d)"), Nist80053("IA-2"), Nist80053("AC-2(9)"), Iso27001("A.5.16"), Iso27001("A.8.2")],
    Remediation = "Bind the persons by their own names, or a group of the identity provider that they are in; give each workload a service account of its own.",
    Subjects    = estate => estate.AccessLists,
    Evaluate    = access => All([.. access.Grants.Where(grant => grant.IsPrivileged).Select(Judge), .. access.DeclaredNames.Select(Listed)], "nobody is given anything"),
};

Verdict Judge(AccessGrant grant) =>
    AccountName.IsShared(grant)
        ? Fail(grant, $"{grant.Kind} {grant.Name} holds {grant.Access}: {(grant.Kind == "ServiceAccount" ? "every pod without an account of its own shares it" : "nobody can tell who used it")}")
        : Pass(grant);

Verdict Listed(Node name) =>
    AccountName.IsNobodys(name.Text) ? Fail(name, $"{name} is listed in {name.Parent.Path}, and is the account of nobody in particular") : Pass(name);
