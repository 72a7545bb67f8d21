// A LimitRange gives containers that name no requests and limits some, and refuses those that ask for too much. Without
// it one container of a namespace may use up its whole quota. https://kubernetes.io/docs/concepts/policy/limit-range/

return new Policy<Namespace>
{
    Title       = "Namespaces have a limit range",
    Severity    = Low,
    Controls    = [Nist80053("SC-6"), Nist80053("SC-5"), Iso27001("A.8.6")],
    Remediation = "Add a LimitRange to the namespace, with default, defaultRequest and max for containers.",
    Subjects    = estate => estate.Namespaces,
    Evaluate    = ns => ns.OfKind("LimitRange").ToImmutableArray() switch
    {
        { IsEmpty: false } ranges => Each(ranges, Bounding),
        _ when ns.Declaration is null && ns.Pods.IsEmpty && !IsListed(ns) => NotApplicable("no pod runs in it, and nothing declares it"),
        _ => Fail(ns.Place, $"namespace {ns.Name} has no LimitRange"),
    },
};

Verdict Bounding(Resource range) =>
    range["spec.limits"].Count > 0
        ? Pass(range["spec.limits"])
        : Fail(range["spec.limits"], $"{range.Description} bounds nothing: spec.limits is {(range["spec.limits"].IsMissing ? "not set" : "empty")}");

bool IsListed(Namespace ns) => ns.Environment["spec.namespaces"].Texts.Contains(ns.Name);
