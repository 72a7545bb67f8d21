// On a shared platform one tenant's runaway job must not take the nodes away from the others. A ResourceQuota bounds
// what a namespace may ask for altogether, a LimitRange what a container may that says nothing itself.

return new Policy<Namespace>
{
    Title       = "Multi-tenant namespaces have a quota and limits",
    Severity    = Medium,
    Controls    = [Nist80053("SC-6"), Nist80053("SC-5(2)"), Iso27001("A.8.6")],
    Remediation = "Add a ResourceQuota that bounds CPU and memory, and a LimitRange with limits for containers, to the namespace.",
    Subjects    = estate => estate.Namespaces,
    Evaluate    = ns =>
        !ns.Environment.IsDeclared ? NotApplicable("no descriptor declares isolation")
        : ns.Environment.Isolation is not (null or Isolation.MultiTenant) ? NotApplicable($"{ns.Environment.Description} is {Declared.Write(ns.Environment.Isolation)}")
        : ns.Environment.Isolation is null ? NotApplicable($"{ns.Environment.Description} does not declare its isolation, which is a finding of its own")
        : !ns.Environment.Owns(ns.Name) ? NotApplicable($"{ns.Name} is not a namespace of {ns.Environment.Description}")
        : All([Quota(ns), Limits(ns)]),
};

// A quota with scopes leaves out the pods that are not in them.
Verdict Quota(Namespace ns)
{
    ImmutableArray<Node> hard = [.. ns.OfKind("ResourceQuota").Where(quota => quota["spec.scopes"].Count == 0 && quota["spec.scopeSelector"].Count == 0).Select(quota => quota["spec.hard"])];
    ImmutableArray<Node> limits = [.. hard.SelectMany(one => one.Fields)];
    ImmutableArray<string> open = [.. new[] { "cpu", "memory" }.Where(resource => !limits.Any(limit => limit.Name == resource || limit.Name == $"requests.{resource}" || limit.Name == $"limits.{resource}"))];
    return open.IsEmpty ? Each(hard, one => Pass(one))
        : hard.IsEmpty ? Fail(ns.Place, $"namespace {ns.Name} has no ResourceQuota for {string.Join(" and ", open)}{(ns.OfKind("LimitRange").Any() ? "" : ", and no LimitRange")}")
        : Fail(hard[0], $"{hard[0].Path} does not bound {string.Join(" and ", open)}");
}

Verdict Limits(Namespace ns)
{
    ImmutableArray<Node> ranges = [.. ns.OfKind("LimitRange").Select(range => range["spec.limits"])];
    Node? limit = ranges.SelectMany(limits => limits.Items).FirstOrDefault(limit => limit["type"].Text is "Container" or "Pod" && (limit["default"].Count > 0 || limit["defaultRequest"].Count > 0 || limit["max"].Count > 0));
    return limit is not null ? Pass(limit)
        : !ranges.IsEmpty ? Fail(ranges[0], $"{ranges[0].Path} gives containers neither a default nor a maximum")
        : ns.OfKind("ResourceQuota").Any() ? Fail(ns.Place, $"namespace {ns.Name} has no LimitRange")
        : NotApplicable("it has neither, which is one finding");
}
