// Tiller was the server of Helm 2: whoever reaches it in the cluster installs what he likes, as its administrator. Helm 3
// has none, and Helm 2 gets no fixes since 2020. https://helm.sh/docs/faq/changes_since_helm2/#removal-of-tiller

return new Policy<Resource>
{
    Title       = "Tiller, the server of Helm 2, is not deployed",
    Severity    = High,
    Controls    = [Nist80053("SA-22"), Nist80053("CM-7"), Nist80053("AC-6"), Iso27001("A.8.8")],
    Remediation = "Move to Helm 3 (helm 2to3), then delete Tiller with its Service, its account and its binding.",
    Subjects    = estate => estate.Resources.Where(resource => !resource.Pods.IsEmpty || resource.Kind is "Service"),
    Evaluate    = resource => Signs(resource).ToImmutableArray() is { IsEmpty: false } signs
        ? Each(signs, sign => Fail(sign, $"{sign.Path} is {sign}: {resource.Description} is Helm's Tiller"))
        : Pass(resource["metadata.name"]),
};

// A Pod's own name and labels are its pod's too.
IEnumerable<Node> Signs(Resource resource) => new[] { resource.Node }.Concat(resource.Pods.Select(pod => pod.Node))
    .SelectMany(place => TillerLabels(place["metadata.labels"]).Append(place["metadata.name"]).Where(IsTiller))
    .Concat(TillerLabels(resource["spec.selector"]))
    .Concat(resource.Pods.SelectMany(pod => pod.Containers).Select(container => container["image"]).Where(IsTiller))
    .DistinctBy(sign => sign.Path);

// As helm init writes them: app: helm, name: tiller.
IEnumerable<Node> TillerLabels(Node labels) =>
    labels["name"].Text == "tiller" ? [labels["name"]] : labels["app"].Text is "helm" or "tiller" ? [labels["app"]] : [];

// As a word of its own: a distiller is none.
bool IsTiller(Node name) => name.Name == "app" || Regex.IsMatch(name.Text, "(?<![a-z])tiller", RegexOptions.IgnoreCase);
