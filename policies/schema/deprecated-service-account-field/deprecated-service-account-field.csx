// serviceAccount is the old name of serviceAccountName and may go away. Who reads the manifest, man or tool, looks at the
// new one. https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#PodSpec

return new Policy<PodTemplate>
{
    Title       = "Pods name their service account by serviceAccountName",
    Severity    = Low,
    Controls    = [Nist80053("CM-6"), Iso27001("A.8.9")],
    Remediation = "Rename serviceAccount to serviceAccountName.",
    Subjects    = estate => estate.Pods,
    Evaluate    = pod => Renamed(pod.Spec["serviceAccount"], pod.Spec["serviceAccountName"]),
};

Verdict Renamed(Node old, Node name) =>
    old.Text == ""          ? Pass(name)
    : old.Text == name.Text ? Fail(old, $"{old.Path} says again what serviceAccountName says", Remove(old))
    : Fail(old, $"{old.Path} is deprecated; its name is serviceAccountName{(name.Exists ? $", which is {name} here" : "")}");
