// The AppProject is what keeps an Argo CD Application to its repositories, clusters and namespaces; the project default
// allows everything. https://argo-cd.readthedocs.io/en/stable/user-guide/projects/. Argo CD reads projects only in its
// own namespace, and Applications elsewhere only where somebody allowed it.

return new Policy<Resource, ArgoCd>
{
    Title       = "Argo CD Applications belong to a project of their own",
    Severity    = High,
    Controls    = [Nist80053("AC-6"), Nist80053("SC-7(21)"), Nist80053("CM-5"), Iso27001("A.8.22")],
    Remediation = "Name an AppProject made for the entity in spec.project, and put both into Argo CD's namespace.",
    Subjects    = estate => estate.Resources.Where(resource => resource.Group == "argoproj.io" && resource.Kind is "Application" or "ApplicationSet" or "AppProject"),
    Evaluate    = (resource, argo) => All([InPlace(resource["metadata.namespace"], argo), .. Projects(resource).Select(Named)]),
};

record ArgoCd
{
    // Where Argo CD runs.
    public ImmutableArray<string> Namespaces { get; init; } = ["argocd"];
}

Verdict InPlace(Node ns, ArgoCd argo) =>
    ns.IsMissing || argo.Namespaces.Contains(ns.Text)
        ? Pass(ns)
        : Fail(ns, $"{ns.Path} is {ns}; Argo CD runs in {string.Join(", ", argo.Namespaces)}");

IEnumerable<Node> Projects(Resource resource) => resource.Kind switch
{
    "Application"    => [resource["spec.project"]],
    "ApplicationSet" => [resource["spec.template.spec.project"]],
    _                => [],
};

Verdict Named(Node project) => project.Text is "" or "default"
    ? Fail(project, $"{project.Path} is {(project.IsMissing ? "not set" : project)}, which allows every repository, cluster and namespace")
    : Pass(project);
