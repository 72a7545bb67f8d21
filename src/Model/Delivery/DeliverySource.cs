using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Kubernetes;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Model.Delivery;

/// <summary>What something is taken from.</summary>
public enum DeliverySourceKind
{
    /// <summary>A Git repository.</summary>
    Git,

    /// <summary>A Helm chart of a chart repository.</summary>
    Chart,

    /// <summary>An artifact of an OCI registry, a chart or manifests.</summary>
    Oci,

    /// <summary>A bucket, a file at an address: whatever lies there.</summary>
    Files,
}

/// <summary>
/// One place that says from where a GitOps controller takes what it deploys: Argo CD's Applications and ApplicationSets
/// (https://argo-cd.readthedocs.io/en/stable/user-guide/tracking_strategies/), Flux' sources and releases
/// (https://fluxcd.io/flux/components/source/), HelmCharts of k3s (https://docs.k3s.io/helm). It belongs to the environment
/// whose namespace it delivers to, else to the one that holds it.
/// </summary>
public sealed class DeliverySource : Subject
{
    internal DeliverySource(Resource resource, Environment environment, Node place, DeliverySourceKind kind, Node revision)
        : base(environment, place)
    {
        Resource = resource;
        Kind = kind;
        Revision = revision;
    }

    public Resource Resource { get; }

    public DeliverySourceKind Kind { get; }

    /// <summary>The branch, tag, commit or version that is followed; missing where the controller's default is.</summary>
    public Node Revision { get; }

    /// <summary>Flux' <c>verify</c>, written or not; null for what cannot be verified there.</summary>
    public Node? Verification { get; init; }

    /// <summary>Argo CD brings it.</summary>
    public bool IsArgo => Resource.Group == "argoproj.io";

    /// <summary>The revision is a whole version, <c>1.2.3</c> or <c>v1.2.3-rc.1</c>, or a digest: nothing else satisfies it.</summary>
    public bool IsExactVersion => Revisions.IsVersion(Revision.Text) || Revisions.IsDigest(Revision.Text);

    /// <summary>
    /// The revision is a commit or, as far as its form tells, a tag: <c>refs/tags/…</c>, a version of three numbers or with
    /// a <c>v</c>, a date. A branch may be called like anything else.
    /// </summary>
    public bool IsTagOrCommit => Revisions.IsCommit(Revision.Text) || Revisions.IsTag(Revision.Text) || Revisions.IsDigest(Revision.Text);

    public override ResourceReference Reference => Resource.Reference;

    public override string Description => $"source of {Resource.Description}";
}
