// A namespace without a quota may take the whole cluster, by one wrong number of replicas too.
// https://kubernetes.io/docs/concepts/policy/resource-quotas/

return new Policy<Namespace>
{
    Title       = "Namespaces have a resource quota",
    Severity    = Medium,
    Controls    = [Nist80053("SC-6"), Nist80053("SC-5"), Iso27001("A.8.6")],
    Remediation = "Add a ResourceQuota to the namespace, with requests and limits of CPU and memory in spec.hard.",
    Subjects    = estate => estate.Namespaces,
    Evaluate    = ns => ns.OfKind("ResourceQuota").ToImmutableArray() switch
    {
        { IsEmpty: false } quotas => Bounding(ns, [.. quotas.Select(quota => quota["spec.hard"])]),
        _ when ns.Declaration is null && ns.Pods.IsEmpty && !IsListed(ns) => NotApplicable("no pod runs in it, and nothing declares it"),
        _ => Fail(ns.Place, $"namespace {ns.Name} has no ResourceQuota"),
    },
};

// Quotas add up; one that only counts objects leaves processors and memory to whoever comes first.
Verdict Bounding(Namespace ns, ImmutableArray<Node> bounds) =>
    new[] { "cpu", "memory" }.Where(amount => !bounds.Any(hard => Bounds(hard, amount))).ToArray() is { Length: > 0 } missing
        ? Fail(bounds[0], $"no ResourceQuota of namespace {ns.Name} bounds {string.Join(" and ", missing)}")
        : Pass(bounds[0], [.. bounds.Skip(1)]);

bool Bounds(Node hard, string amount) => new[] { amount, $"requests.{amount}", $"limits.{amount}" }.Any(name => hard.Field(name).Exists);

bool IsListed(Namespace ns) => ns.Environment["spec.namespaces"].Texts.Contains(ns.Name);
