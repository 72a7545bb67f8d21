// SELinux keeps a container that breaks out from the node's files; another type, user or role can undo that.
// Pod Security Standards, baseline, as of 1.31:
// https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline

return new Policy<PodTemplate>
{
    Title       = "Pods keep to the SELinux types made for containers",
    Severity    = High,
    Controls    = [PodSecurity("baseline"), Nist80053("AC-3(3)"), Nist80053("SC-39"), Iso27001("A.8.9")],
    Remediation = "Remove user and role; leave type out, or make it container_t.",
    Subjects    = estate => estate.Pods,
    Evaluate    = pod => Each(pod.SecurityContexts, context => Confined(context["seLinuxOptions"])),
};

Verdict Confined(Node options) =>
    options.IsMissing
        ? Pass(options)
        : All([OfContainers(options["type"]), Unset(options["user"]), Unset(options["role"])]);

Verdict OfContainers(Node type) =>
    type.Text is "" or "container_t" or "container_init_t" or "container_kvm_t" or "container_engine_t"
        ? Pass(type)
        : Fail(type, $"{type.Path} is {type}, which is not a type for containers", Remove(type));

Verdict Unset(Node field) =>
    field.Text.Length == 0
        ? Pass(field)
        : Fail(field, $"{field.Path} is {field}; it must not be set", Remove(field));
