// A namespace without a quota may take the whole cluster, by one wrong number of replicas too.
// https://kubernetes.io/docs/concepts/policy/resource-quotas/

return new Policy<Namespace>
{
    Title       = "Namespaces have a resource quota",
    Severity    = Medium,
    Controls    = [Nist80053("SC-6"), Nist80053("SC-5(2)"), Iso27001("A.8.6")],
    Remediation = "Add a ResourceQuota to the namespace, with requests and limits in spec.hard.",
    Subjects    = estate => estate.Namespaces,
    Evaluate    = ns => ns.OfKind("ResourceQuota").ToImmutableArray() switch
    {
        { IsEmpty: false } quotas => Each(quotas, Bounding),
        _ when ns.Declaration is null && ns.Pods.IsEmpty && !IsListed(ns) => NotApplicable("no pod runs in it, and nothing declares it"),
        _ => Fail(ns.Place, $"namespace {ns.Name} has no ResourceQuota"),
    },
};

Verdict Bounding(Resource quota) =>
    quota["spec.hard"].Count > 0
        ? Pass(quota["spec.hard"])
        : Fail(quota["spec.hard"], $"{quota.Description} bounds nothing: spec.hard is {(quota["spec.hard"].IsMissing ? "not set" : "empty")}");

bool IsListed(Namespace ns) => ns.Environment["spec.namespaces"].Texts.Contains(ns.Name);
