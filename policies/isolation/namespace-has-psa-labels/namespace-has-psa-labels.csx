// The API server refuses pods by the namespace's labels; a namespace without them takes every pod, privileged too.
// https://kubernetes.io/docs/concepts/security/pod-security-admission/#pod-security-admission-labels-for-namespaces

return new Policy<Resource, Levels>
{
    Title       = "Namespaces enforce a Pod Security Standard",
    Severity    = Medium,
    Controls    = [Cis("5.2.1"), Nist80053("CM-6"), Nist80053("CM-7(5)"), Iso27001("A.8.9")],
    Remediation = "Label the namespace pod-security.kubernetes.io/enforce: restricted, or baseline.",
    Subjects    = estate => estate.OfKind("Namespace").Where(ns => ns.Group == ""),
    Evaluate    = (ns, levels) => Enforced(ns["metadata.labels"].Field(Label), levels),
};

const string Label = "pod-security.kubernetes.io/enforce";

record Levels
{
    // What may be enforced. privileged refuses nothing, but is written down; who does not want it leaves it out.
    public ImmutableArray<string> Allowed { get; init; } = ["restricted", "baseline", "privileged"];
}

Verdict Enforced(Node level, Levels levels) =>
    levels.Allowed.Contains(level.Text) ? Pass(level)
    : level.IsMissing                   ? Fail(level, $"the namespace has no label {Label}")
    : Fail(level, $"{level.Path} is {level}; it must be {string.Join(" or ", levels.Allowed)}");
