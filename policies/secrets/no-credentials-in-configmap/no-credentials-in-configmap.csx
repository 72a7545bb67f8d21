// ConfigMaps are not encrypted at rest, and whoever may look at the namespace may read them: no place for a password.
// https://kubernetes.io/docs/concepts/configuration/configmap/ says so in its first lines.

return new Policy<Resource>
{
    Title       = "No password, token or key lies in a ConfigMap",
    Severity    = High,
    Controls    = [Nist80053("IA-5(7)"), Nist80053("SC-28"), Hipaa("164.312(d)"), Hipaa("164.312(a)(2)(iv)"), Iso27001("A.5.17")],
    Remediation = "Change the credential, as it is known now; keep the new one in a secret store and mount it beside the ConfigMap.",
    Subjects    = estate => estate.OfKind("ConfigMap").Where(map => map.Group == ""),
    Evaluate    = map => All([Pass(map["metadata.name"]), .. map["data"].Fields.Select(Harmless)]),
};

// What stands there is not shown, but for the key.
Verdict Harmless(Node entry) =>
    SuspectedCredential.IsIn(entry.Name, entry.Text) || SuspectedCredential.IsInText(entry.Text)
        ? FailUnshown(entry, $"{entry.Path} holds what looks like a credential", entry.Parent.Parent["metadata.name"])
        : Pass($"{entry.Name} holds none that is known by its name or form", entry.Parent.Parent["metadata.name"]);
