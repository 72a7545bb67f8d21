// A snippet is written into the controller's own configuration as it stands. Whoever may write an Ingress reads with it the
// Secrets of every namespace: CVE-2021-25742, https://github.com/kubernetes/ingress-nginx/issues/7837. So nobody writes
// one, the controller takes none, and it is not so old that other annotations can smuggle one in (CVE-2024-7646).

return new Policy<Resource, Controller>
{
    Title       = "No snippets get into the configuration of nginx",
    Severity    = High,
    Controls    = [Nist80053("SI-10"), Nist80053("AC-6"), Nist80053("SI-2"), Hipaa("164.312(a)(1)"), Iso27001("A.8.9")],
    Remediation = "Say it with the controller's own annotations, leave allow-snippet-annotations off, and keep the controller up to date.",
    Subjects    = estate => estate.Resources.Where(one => one.Kind is "Ingress" or "ConfigMap" || one.Pods.Any()),
    Evaluate    = (one, controller) => one.Kind switch
    {
        "Ingress"   => All([Pass(one["metadata.annotations"]), .. one["metadata.annotations"].Fields.Where(IsSnippet).Select(Written)]),
        "ConfigMap" => Allowed(one["data"].Field("allow-snippet-annotations")),
        _           => Each(one.Pods.SelectMany(pod => pod.Containers), container => Recent(container["image"], container.Image, controller.Oldest)),
    },
};

// The oldest version in which no annotation can carry a snippet that is not allowed.
record Controller { public string Oldest { get; init; } = "1.11.2"; }

// https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#configuration-snippet and
// https://docs.nginx.com/nginx-ingress-controller/configuration/ingress-resources/advanced-configuration-with-snippets/
bool IsSnippet(Node annotation) => Regex.IsMatch(annotation.Name, @"^nginx[a-z.]*/.*-snippets?$");

Verdict Written(Node annotation) => Fail(annotation, $"{annotation.Name} writes into the configuration of nginx");

Verdict Allowed(Node allowed) => allowed.Text.Trim().ToLowerInvariant() == "true"
    ? Fail(allowed, "allow-snippet-annotations lets every Ingress write into the configuration of nginx", Set(allowed, "false"))
    : Pass(allowed);

Verdict Recent(Node place, ImageReference? image, string oldest) =>
    image is not null && Regex.IsMatch(image.Name, "(ingress-nginx/|/nginx-ingress-)controller$") && Number(image.Tag ?? "") is { } version && version < Version.Parse(oldest)
        ? Fail(place, $"{place.Path} is {place}; before {oldest} annotations can carry snippets that are not allowed")
        : Pass(place);

// None for a tag that is no number, such as a digest's.
Version? Number(string tag) => Version.TryParse(tag.TrimStart('v').Split('-')[0], out var version) ? version : null;
