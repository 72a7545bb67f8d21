// A tier is dedicated only if its pods run where no other entity's do. Both halves are needed: the selector keeps the
// pods on their nodes, the taint keeps the others away, and the toleration lets ours in.
// https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/#example-use-cases

return new Policy<Placement, Tiers>
{
    Title       = "Workloads of a dedicated tier are bound to its nodes",
    Severity    = Medium,
    Controls    = [Nist80053("SC-7(21)"), Nist80053("SC-39"), Iso27001("A.8.22")],
    Remediation = "Give the pod a nodeSelector or a required node affinity for the tier's own label, and a toleration for its taint.",
    Subjects    = estate => estate.Placements,
    Evaluate    = (placement, tiers) =>
        !placement.Environment.IsDeclared ? NotApplicable("no descriptor declares isolation")
        : placement.Environment.Isolation is not { } tier ? NotApplicable($"{placement.Environment.Description} does not declare its isolation, which is a finding of its own")
        : !tiers.Bound.Contains(tier) ? NotApplicable($"{placement.Environment.Description} is {Declared.Write(tier)}")
        : placement.IsNodeAgent && tier >= Isolation.DedicatedCluster ? NotApplicable("it runs on every node, and they are all the entity's own")
        : All([Bound(placement, tiers), Tolerated(placement, tiers), .. placement.Shared.Select(shared => Fail(shared.Label, $"{shared.Entity} runs on nodes with {shared.Label.Name}: {shared.Label} too"))]),
};

record Tiers
{
    /// <summary>The tiers whose workloads have nodes of their own.</summary>
    public ImmutableArray<Isolation> Bound { get; init; } = [Isolation.DedicatedNamespace, Isolation.DedicatedCluster, Isolation.DedicatedAccount];

    /// <summary>The labels of those nodes; empty for any that nodes do not have by themselves.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];
}

Node? Binding(Placement placement, Tiers tiers) =>
    placement.Bindings.FirstOrDefault(label => tiers.Labels.IsEmpty || tiers.Labels.Contains(label["key"].Exists ? label["key"].Text : label.Name));

Verdict Bound(Placement placement, Tiers tiers) =>
    Binding(placement, tiers) is { } binding ? Pass(binding)
    : placement.Affinity["preferredDuringSchedulingIgnoredDuringExecution"] is { Count: > 0 } wish ? Fail(wish, "a preferred affinity is a wish: the pods run elsewhere too")
    : Fail(placement.NodeSelector, $"neither a nodeSelector nor a required node affinity binds {placement.Resource.Description} to nodes of its own{(IsSilent(placement) ? ", and it tolerates no taint" : "")}");

Verdict Tolerated(Placement placement, Tiers tiers) =>
    placement.OwnTolerations.FirstOrDefault() is { } toleration ? Pass(toleration)
    : IsSilent(placement) && Binding(placement, tiers) is null ? NotApplicable("it has neither, which is one finding")
    : Fail(placement.Tolerations, $"{placement.Resource.Description} tolerates no taint, so its nodes cannot be closed to others");

bool IsSilent(Placement placement) => placement.Tolerations.IsMissing && placement.NodeSelector.IsMissing;
