// Network policies, quotas and roles are given by namespace. Where the application lives with its database, whoever
// breaks into the one may read the secrets of the other; where backups live with what they save, both are lost at once.

return new Policy<Namespace>
{
    Title       = "Application, database, backup and observability live in different namespaces",
    Severity    = Medium,
    Controls    = [Hipaa("164.312(a)(1)"), Nist80053("SC-2"), Nist80053("SC-7(21)"), Iso27001("A.8.22")],
    Remediation = "Move the workloads of each plane into a namespace of their own, with its own policies, quota and roles.",
    Subjects    = estate => estate.Namespaces,
    Evaluate    = ns =>
        !ns.Environment.IsDeclared ? NotApplicable("no descriptor declares production")
        : !ns.Environment.IsProduction ? NotApplicable($"{ns.Environment.Description} is not production")
        : Declared(ns) is [var one, var other, ..] ? Fail(other, $"namespace {ns.Name} is declared for {other.Name} and for {one.Name}: give each plane one of its own")
        : Separated([.. ns.Resources.Where(resource => resource.Plane is not null).GroupBy(resource => resource.Plane).OrderByDescending(plane => plane.Count()).ThenBy(plane => plane.Key)]),
};

ImmutableArray<Node> Declared(Namespace ns) => [.. ns.Environment["spec.planes"].Fields.Where(plane => plane.Texts.Contains(ns.Name))];

// The plane that has the most objects there is at home; the first of each other is the finding.
Verdict Separated(ImmutableArray<IGrouping<Plane?, Resource>> planes) =>
    planes.Length == 0 ? NotApplicable("it holds no workload of any plane")
    : planes.Length == 1 ? Pass($"only {Named(planes[0].Key)}", planes[0].First().Node["metadata.name"])
    : Each(planes.Skip(1), guest => Fail(Place(guest.First()), $"{guest.First().Description} is {Named(guest.Key)}, and shares namespace {guest.First().Namespace} with {Named(planes[0].Key)}: {planes[0].First().Description}"));

Node Place(Resource resource) => resource["metadata.namespace"];

string Named(Plane? plane) => $"{plane}".ToLowerInvariant();
