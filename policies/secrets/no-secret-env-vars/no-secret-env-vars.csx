// Environment variables are seen by every process of the container and its children, and end up in crash reports and
// logs; a mounted file does not, and it follows when the Secret changes.
// https://kubernetes.io/docs/concepts/security/secrets-good-practices/#avoid-sharing-secret-manifests

return new Policy<Container>
{
    Title       = "Secrets are mounted, not put into the environment",
    Severity    = Low,
    Controls    = [Cis("5.4.1"), Nist80053("IA-5"), Nist80053("SC-28"), Iso27001("A.5.17")],
    Remediation = "Mount the Secret as a volume and point the program at the file.",
    Subjects    = estate => estate.Containers,
    Evaluate    = container => All(
    [
        Pass(container["env"], container["envFrom"]),
        .. container.EnvironmentVariables.Select(variable => variable["valueFrom.secretKeyRef"]).Where(key => key.Exists).Select(Passed),
        .. container["envFrom"].Items.Select(source => source["secretRef"]).Where(secret => secret.Exists).Select(Passed),
    ]),
};

Verdict Passed(Node reference) => Fail(reference, $"{reference.Path} puts Secret {reference["name"]} into the environment");
