using PolicyGate.Model.Kubernetes;

namespace PolicyGate.Drift.Objects;

/// <summary>Objects of git that are not meant to stay in the cluster.</summary>
internal static class Hooks
{
    /// <summary>
    /// What the deployer makes for a moment of its own choosing:
    /// <see href="https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/">Argo CD</see>,
    /// <see href="https://helm.sh/docs/topics/charts_hooks/">Helm</see>.
    /// </summary>
    public static bool Is(Resource resource) =>
        resource.Annotations.Has("argocd.argoproj.io/hook") || resource.Annotations.Has("helm.sh/hook");

    /// <summary><see href="https://kubernetes.io/docs/concepts/workloads/controllers/ttlafterfinished/">Deleted by the cluster when it is done</see>.</summary>
    public static bool EndsByItself(Resource resource) =>
        resource is { Kind: "Job", Group: "batch" } && resource.Node["spec.ttlSecondsAfterFinished"].Exists;
}
