// Whoever can read the repository, or any old copy of it, can read what is written there; base64 hides nothing.
// Secrets come from a store (ExternalSecret) or are encrypted in git (SealedSecret, SOPS).
// The finding points at the key and never repeats the value.

return new Policy<Secret>
{
    Title       = "No readable secrets in git",
    Severity    = Critical,
    Controls    = [Hipaa("164.312(a)(2)(iv)"), Nist80053("IA-5(7)"), Iso27001("A.5.17"), Cis("5.4.2")],
    Remediation = "Treat the value as known to others and replace it; then keep it in a secret store (ExternalSecret), or encrypt it with SealedSecrets or SOPS.",
    Subjects    = estate => estate.Secrets,
    Evaluate    = secret => secret.ReadableKeys.IsEmpty
        ? Pass("no value can be read", secret["metadata.name"])
        : Each(secret.ReadableKeys, key => Readable(key, secret)),
};

Verdict Readable(Node key, Secret secret) =>
    FailUnshown(key, $"whoever can read the repository can read {key.Path} of {secret.Description}", secret["metadata.name"]);
