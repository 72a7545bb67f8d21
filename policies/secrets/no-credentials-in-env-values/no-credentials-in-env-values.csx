// A password in a manifest is read by everybody who reads the repository, for as long as its history lasts.
// https://kubernetes.io/docs/concepts/configuration/secret/#alternatives-to-secrets

return new Policy<Container>
{
    Title       = "No password, token or key is written into a variable",
    Severity    = High,
    Controls    = [Nist80053("IA-5(7)"), Nist80053("SC-28"), Hipaa("164.312(d)"), Hipaa("164.312(a)(2)(iv)"), Iso27001("A.5.17")],
    Remediation = "Change the credential, as it is known now; keep the new one in a secret store and refer to it with valueFrom.secretKeyRef.",
    Subjects    = estate => estate.Containers,
    Evaluate    = container => All([Pass(container["env"]), .. container.EnvironmentVariables.Select(Harmless)]),
};

// What stands there is not shown, but for the name.
Verdict Harmless(Node variable) =>
    SuspectedCredential.IsIn(variable["name"].Text, variable["value"].Text)
        ? FailUnshown(variable["value"], $"{variable["value"].Path}, of {variable["name"]}, looks like a credential", variable["name"])
        : Pass(variable["name"]);
