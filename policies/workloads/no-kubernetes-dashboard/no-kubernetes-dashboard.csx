// The dashboard shows and changes everything that its account may, to whoever gets past its login; an open one is how
// clusters were taken over. kubectl and the consoles of the providers do the same with the rights of the person.
// https://kubernetes.io/docs/tasks/access-application-cluster/web-ui-dashboard/

return new Policy<Resource>
{
    Title       = "The Kubernetes dashboard is not deployed",
    Severity    = Medium,
    Controls    = [Nist80053("CM-7"), Nist80053("AC-6"), Iso27001("A.8.9")],
    Remediation = "Delete the dashboard with its Service, its accounts and its bindings.",
    Subjects    = estate => estate.Resources.Where(resource => !resource.Pods.IsEmpty || resource.Kind is "HelmRelease" or "Application"),
    Evaluate    = resource => Signs(resource).ToImmutableArray() is { IsEmpty: false } signs
        ? Each(signs, sign => Fail(sign, $"{sign.Path} is {sign}: {resource.Description} is the Kubernetes dashboard"))
        : Pass(resource["metadata.name"]),
};

IEnumerable<Node> Signs(Resource resource) =>
[
    .. resource.Pods.SelectMany(pod => pod.Containers).Where(container => container.Image is { Name: var name } && IsDashboard(name)).Select(container => container["image"]),
    .. resource.Pods.Select(pod => pod["metadata.labels"]).Append(resource["metadata.labels"]).SelectMany(LabelsOf).Where(label => label.Text == "kubernetes-dashboard").DistinctBy(label => label.Path),
    .. new[] { resource["spec.chart.spec.chart"], resource["spec.source.chart"] }.Where(chart => chart.Text == "kubernetes-dashboard"),
    .. resource["spec.sources"].Items.Select(source => source["chart"]).Where(chart => chart.Text == "kubernetes-dashboard"),
];

// As its own manifests and its chart write them.
IEnumerable<Node> LabelsOf(Node labels) =>
    new[] { "k8s-app", "app", "app.kubernetes.io/name", "app.kubernetes.io/part-of" }.Select(name => labels.Field(name));

// Its images are kubernetesui/dashboard, -api, -auth, -web; before version 2 kubernetes-dashboard-amd64 and the like.
bool IsDashboard(string image) => image.Contains("/kubernetesui") || image.Contains("/kubernetes-dashboard");
