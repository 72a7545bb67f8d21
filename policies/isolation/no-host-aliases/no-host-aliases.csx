// hostAliases writes names into the pod's hosts file, past DNS and everything that watches over it: a name leads where
// nobody looks. https://kubernetes.io/docs/tasks/network/customize-hosts-file-for-pods/

return new Policy<PodTemplate>
{
    Title       = "Pods resolve names by DNS alone",
    Severity    = Low,
    Controls    = [Nist80053("SC-20"), Nist80053("CM-6"), Iso27001("A.8.20")],
    Remediation = "Remove hostAliases; make a Service, of type ExternalName if need be, or an entry in DNS.",
    Subjects    = estate => estate.Pods,
    Evaluate    = pod => pod.Spec["hostAliases"] is { Exists: true } aliases
        ? Fail(aliases, $"{aliases.Path} is set{Names(aliases)}", aliases.Count == 0 ? Remove(aliases) : null)
        : Pass(pod.Spec["hostAliases"]),
};

string Names(Node aliases) =>
    aliases.Items.SelectMany(alias => alias["hostnames"].Texts).ToArray() is [_, ..] names ? $" for {string.Join(", ", names)}" : "";
