// The namespace default belongs to nobody: no quota, no NetworkPolicy and no role is made for it, and whatever forgets
// to say where it belongs ends up there. https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/

return new Policy<Resource>
{
    Title       = "Nothing lives in the default namespace",
    Severity    = Low,
    Controls    = [Cis("5.7.4"), Nist80053("SC-7(21)"), Nist80053("CM-8"), Iso27001("A.8.22")],
    Remediation = "Set metadata.namespace to a namespace made for the object.",
    Subjects    = estate => estate.Resources.Where(resource => resource.IsNamespaced),
    Evaluate    = resource =>
        resource.Namespace != "default" ? Pass(resource["metadata.namespace"])
        : IsBuiltIn(resource)           ? Pass("Kubernetes makes it in every namespace", resource["metadata.name"])
        : Fail(resource["metadata.namespace"], $"{resource.Kind} {resource.Name} is in the namespace default{Because(resource)}"),
};

string Because(Resource resource) => resource["metadata.namespace"].IsMissing ? ", as it names none" : "";

bool IsBuiltIn(Resource resource) => (resource.Kind, resource.Name) is
    ("ServiceAccount", "default") or ("Service", "kubernetes") or ("ConfigMap", "kube-root-ca.crt");
