// What an environment is made of must be plain from its descriptor: isolation is judged by namespace.
// Every object lives in a namespace that its environment declares; one that names none lands wherever kubectl points.

return new Policy<Subject>
{
    Title       = "Objects live in namespaces of their environment",
    Severity    = High,
    Controls    = [Nist80053("CM-8"), Nist80053("SC-7(21)"), Iso27001("A.5.9"), Cis("5.7.1")],
    Remediation = "Set metadata.namespace to one of spec.namespaces of the descriptor, or add the namespace there if it belongs to the environment.",
    Subjects    = estate => [.. estate.Environments, .. estate.Resources.Where(resource => resource.IsNamespaced)],
    Evaluate    = subject => (subject.Environment["spec.namespaces"], subject) switch
    {
        (_, { Environment.IsDeclared: false }) => NotApplicable("no descriptor declares namespaces"),
        ({ Count: 0 } namespaces, Environment) => Fail(namespaces, "the descriptor declares no namespaces"),
        ({ Count: 0 }, _) => NotApplicable("the descriptor declares no namespaces, which is a finding of its own"),
        ({ } namespaces, Resource resource) => InNamespace(resource, resource["metadata.namespace"], namespaces),
        ({ } namespaces, _) => Pass(namespaces),
    },
};

Verdict InNamespace(Resource resource, Node ns, Node declared) =>
    declared.Texts.Contains(resource.Namespace) ? Pass(ns)
    : ns.IsMissing ? Fail(ns, $"{resource.Description} names no namespace; {resource.Environment.Description} has {string.Join(", ", declared.Texts)}")
    : Fail(ns, $"namespace {ns} is not one of {resource.Environment.Description}, which has {string.Join(", ", declared.Texts)}");
