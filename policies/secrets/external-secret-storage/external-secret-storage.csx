// A store made for secrets knows who read what, rotates them and keeps them out of git; a Secret written by hand does none
// of that. https://kubernetes.io/docs/concepts/security/secrets-good-practices/#use-third-party-secret-stores

return new Policy<Resource>
{
    Title       = "Secrets come from a secret store",
    Severity    = Medium,
    Controls    = [Cis("5.4.2"), Nist80053("IA-5"), Nist80053("SC-12"), Hipaa("164.312(a)(2)(iv)"), Iso27001("A.8.24")],
    Remediation = "Keep the values in a secret store and let an ExternalSecret or SecretProviderClass bring them; in git, a SealedSecret or SOPS.",
    Subjects    = estate => estate.Resources.Where(resource => resource.Is("Secret", "") || Brings(resource)),
    Evaluate    = resource =>
        Brings(resource)              ? Pass("it is brought from elsewhere", resource["metadata.name"])
        : resource["sops"].IsMapping  ? Pass("SOPS encrypted it", resource["sops"])
        : Values(resource) is [_, ..] ? Fail(resource["kind"], $"Secret {resource.Name} is written out, with {string.Join(", ", Values(resource))}")
        : Pass("it holds nothing itself", resource["metadata.name"]),
};

bool Brings(Resource resource) => (resource.Kind, resource.Group) is
    ("ExternalSecret" or "ClusterExternalSecret", "external-secrets.io")
    or ("SealedSecret", "bitnami.com")
    or ("SecretProviderClass", "secrets-store.csi.x-k8s.io")
    or ("VaultStaticSecret" or "VaultDynamicSecret" or "VaultPKISecret", "secrets.hashicorp.com");

// Their names only.
string[] Values(Resource resource) => [.. resource["data"].Fields.Concat(resource["stringData"].Fields).Select(value => value.Name)];
