// Each pod of a StatefulSet has a volume of its own. A volume that several pods may mount is one that two databases may
// write at the same time. https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes

return new Policy<Resource>
{
    Title       = "StatefulSets claim volumes for one pod each",
    Severity    = Low,
    Controls    = [Nist80053("SC-4"), Iso27001("A.8.9")],
    Remediation = "Set accessModes of the claim template to [ReadWriteOnce] or [ReadWriteOncePod].",
    Subjects    = estate => estate.OfKind("StatefulSet"),
    Evaluate    = set => Each(set["spec.volumeClaimTemplates"].Items, template => Single(template["spec.accessModes"]), "it claims no volumes"),
};

// What is no mode at all is for the schema to say.
Verdict Single(Node modes) =>
    modes.Count == 0 ? Fail(modes, $"{modes.Path} is not set; it must be [ReadWriteOnce]", Set(modes, (string[])["ReadWriteOnce"]))
    : modes.Items.FirstOrDefault(mode => mode.Text is "ReadWriteMany" or "ReadOnlyMany") is { } shared
        ? Fail(shared, $"{shared.Path} is {shared}, for several nodes at once; it must be ReadWriteOnce")
    : Pass(modes);
