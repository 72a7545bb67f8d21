using PolicyGate.Model.Live;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Drift.Objects;

/// <summary>By the marks that deployers leave on their objects, whose an object is.</summary>
internal sealed class Trackers
{
    /// <summary>
    /// <see href="https://argo-cd.readthedocs.io/en/stable/user-guide/resource_tracking/">Argo CD</see>,
    /// <see href="https://fluxcd.io/flux/components/kustomize/kustomizations/#inventory">Flux</see>,
    /// <see href="https://helm.sh/docs/howto/charts_tips_and_tricks/">Helm</see>.
    /// </summary>
    private static readonly string[] Marks =
    [
        "argocd.argoproj.io/instance",
        "kustomize.toolkit.fluxcd.io/name",
        "helm.toolkit.fluxcd.io/name",
        "meta.helm.sh/release-name",
    ];

    private readonly ILookup<(string Mark, string Value), string> owners;

    public Trackers(ClusterView cluster, LiveIndex live) => owners = cluster.Environments
        .SelectMany(environment => environment.Resources.SelectMany(resource => live.Find(ObjectName.Of(resource)))
            .SelectMany(MarksOf).Select(mark => (mark, environment.Name)))
        .Distinct()
        .ToLookup(one => one.mark, one => one.Name);

    /// <summary>The one other environment whose mark the object has; null when it has none, or this one's too.</summary>
    public string? OwnerOf(LiveObject one, Environment environment)
    {
        string[] names = [.. MarksOf(one).SelectMany(mark => owners[mark]).Distinct()];
        return names.Length == 1 && names[0] != environment.Name ? names[0] : null;
    }

    private static IEnumerable<(string Mark, string Value)> MarksOf(LiveObject one)
    {
        Node metadata = one.Root["metadata"];
        return Marks
            .Select(mark => (mark, Value: $"{metadata["labels"].Field(mark).Text}{metadata["annotations"].Field(mark).Text}"))
            .Where(mark => mark.Value.Length > 0);
    }
}
