// An AppProject is the fence around what Argo CD does for an entity: from which repositories, into which clusters and
// namespaces (https://argo-cd.readthedocs.io/en/stable/user-guide/projects/). A wildcard in it is a gate left open:
// whoever writes in any repository, or names any namespace, deploys there.

return new Policy<Resource, Fence>
{
    Title       = "Argo CD projects name their own destinations and repositories",
    Severity    = High,
    Controls    = [Hipaa("164.312(a)(1)"), Nist80053("AC-6"), Nist80053("SC-7(21)"), Nist80053("CM-5"), Iso27001("A.8.22")],
    Remediation = "List each repository in spec.sourceRepos and each cluster and namespace in spec.destinations, without wildcards, and only those of the entity.",
    Subjects    = estate => estate.Resources.Where(resource => resource.Is("AppProject", "argoproj.io") || IsUnfenced(resource, estate)),
    Evaluate    = (resource, fence) => resource.Kind == "AppProject" ? Fenced(resource, fence) : Unfenced(resource["spec.project"], resource),
};

record Fence
{
    /// <summary>Namespaces that are nobody's own and that projects may deploy into all the same.</summary>
    public ImmutableArray<string> Namespaces { get; init; } = [];
}

// The project default, which Argo CD makes itself, lets any repository deploy anything anywhere until git says otherwise.
bool IsUnfenced(Resource resource, Estate estate) => resource.Is("Application", "argoproj.io") && resource.Environment.IsDeclared
    && resource["spec.project"].Text is "" or "default"
    && !estate.Resources.Any(other => other.Is("AppProject", "argoproj.io") && other.Name == "default");

Verdict Unfenced(Node project, Resource application) =>
    Fail(project, $"{application.Description} is in the project default, which lets every repository deploy everywhere: name a project of the entity");

Verdict Fenced(Resource project, Fence fence) => All(
[
    Given(project["spec.sourceRepos"], "repository"),
    Given(project["spec.destinations"], "destination"),
    .. project["spec.sourceRepos"].Items.Select(Exact),
    .. project["spec.destinations"].Items.SelectMany(destination => destination.Fields.Where(field => field.Name is "server" or "name" or "namespace")).Select(Exact),
    .. project["spec.destinations"].Items.Select(destination => Own(destination["namespace"], project, fence)),
]);

Verdict Given(Node list, string what) => list.Count > 0 ? Pass(list) : Fail(list, $"{list.Path} names no {what}");

// What starts with ! is forbidden, not allowed.
Verdict Exact(Node entry) => entry.Text.Contains('*') && !entry.Text.StartsWith('!')
    ? Fail(entry, $"{entry.Path} is {entry}: name each one instead of a wildcard")
    : Pass(entry);

Verdict Own(Node ns, Resource project, Fence fence) =>
    ns.Text == "" ? Fail(ns, $"{ns.Path} is not set, so the project deploys where the manifests say")
    : ns.Text.Contains('*') || ns.Text.StartsWith('!') || fence.Namespaces.Contains(ns.Text) ? Pass(ns)
    : !project.Environment.IsDeclared || project.Environment["spec.namespaces"].Count == 0 || project.Environment.Owns(ns.Text) ? Pass(ns)
    : Fail(ns, $"namespace {ns} is not one of {project.Environment.Description}, which has {string.Join(", ", project.Environment["spec.namespaces"].Texts)}");
