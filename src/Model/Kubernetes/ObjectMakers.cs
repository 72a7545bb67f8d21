namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// Objects that have others made which git does not hold: charts that are rendered in the cluster, and whatever an
/// operator takes for its own. What such an object makes may be what a selector or a name means.
/// </summary>
internal static class ObjectMakers
{
    /// <summary>Groups, or kinds with their group, of which it is known that they make no pods, Services or accounts.</summary>
    private static readonly HashSet<string> Quiet = new(StringComparer.Ordinal)
    {
        // https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/crd/
        "traefik.io",
        "traefik.containo.us",

        // https://gateway-api.sigs.k8s.io/reference/spec/, but for Gateway itself
        "HTTPRoute.gateway.networking.k8s.io",
        "GRPCRoute.gateway.networking.k8s.io",
        "TLSRoute.gateway.networking.k8s.io",
        "TCPRoute.gateway.networking.k8s.io",
        "UDPRoute.gateway.networking.k8s.io",
        "ReferenceGrant.gateway.networking.k8s.io",

        // https://cert-manager.io/docs/reference/api-docs/
        "cert-manager.io",
        "trust.cert-manager.io",

        // https://external-secrets.io/latest/api/spec/
        "external-secrets.io",
        "bitnami.com",

        // https://prometheus-operator.dev/docs/api-reference/api/, but for the servers themselves
        "ServiceMonitor.monitoring.coreos.com",
        "PodMonitor.monitoring.coreos.com",
        "PrometheusRule.monitoring.coreos.com",
        "Probe.monitoring.coreos.com",
        "ScrapeConfig.monitoring.coreos.com",
        "AlertmanagerConfig.monitoring.coreos.com",

        // https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/; charts are told apart below
        "Application.argoproj.io",
        "ApplicationSet.argoproj.io",
        "AppProject.argoproj.io",
        "Rollout.argoproj.io",
        "AnalysisTemplate.argoproj.io",

        // https://fluxcd.io/flux/components/; charts are told apart below
        "source.toolkit.fluxcd.io",
        "kustomize.toolkit.fluxcd.io",
        "notification.toolkit.fluxcd.io",
        "image.toolkit.fluxcd.io",
        "helm.toolkit.fluxcd.io",

        // https://docs.k3s.io/add-ons/helm; told apart below
        "helm.cattle.io",

        // https://velero.io/docs/main/api-types/
        "velero.io",
        "snapshot.storage.k8s.io",

        // https://keda.sh/docs/latest/concepts/scaling-deployments/ makes an autoscaler, of what is there.
        "ScaledObject.keda.sh",
        "TriggerAuthentication.keda.sh",
        "autoscaling.k8s.io",

        // https://istio.io/latest/docs/reference/config/
        "networking.istio.io",
        "security.istio.io",
        "cilium.io",
        "projectcalico.org",
        "crd.projectcalico.org",
        "kyverno.io",
        "policy.networking.k8s.io",
        "route.openshift.io",
        "image.openshift.io",
        "apps.openshift.io",
        "apps.kruise.io",

        // https://cloudnative-pg.io/documentation/current/cloudnative-pg.v1/, but for Cluster and Pooler
        "Backup.postgresql.cnpg.io",
        "ScheduledBackup.postgresql.cnpg.io",
        "Database.postgresql.cnpg.io",
        "ObjectStore.barmancloud.cnpg.io",
    };

    public static bool IsOne(Resource resource) =>
        !IsBuiltIn(resource.Group)
        && !Quiet.Contains(resource.Group)
        && !Quiet.Contains(KindScopes.NameOf(resource.Group, resource.Kind));

    /// <summary>
    /// The namespace into which a chart is installed, or null for what is none: Argo CD's Applications whose source is a
    /// chart (https://argo-cd.readthedocs.io/en/stable/user-guide/helm/), Flux' HelmReleases
    /// (https://fluxcd.io/flux/components/helm/helmreleases/#target-namespace), the HelmCharts of k3s
    /// (https://docs.k3s.io/add-ons/helm).
    /// </summary>
    public static string? ChartNamespace(Resource resource) => (resource.Kind, resource.Group) switch
    {
        ("Application", "argoproj.io") when FromChart(resource) => resource["spec.destination.namespace"].Text,
        ("HelmRelease", "helm.toolkit.fluxcd.io") or ("HelmChart", "helm.cattle.io") =>
            resource["spec.targetNamespace"] is { IsScalar: true } target ? target.Text : resource.Namespace,
        _ => null,
    };

    private static bool FromChart(Resource application) =>
        application["spec.source.chart"].Exists || application["spec.sources"].Items.Any(source => source["chart"].Exists);

    /// <summary>
    /// The groups of Kubernetes have no dot or end in <c>.k8s.io</c>, and so do some of its projects'
    /// (https://github.com/kubernetes/community/blob/master/contributors/devel/sig-architecture/api_changes.md).
    /// </summary>
    private static bool IsBuiltIn(string group) =>
        !group.Contains('.', StringComparison.Ordinal)
        || group is "networking.k8s.io" or "rbac.authorization.k8s.io" or "storage.k8s.io" or "scheduling.k8s.io"
            or "admissionregistration.k8s.io" or "apiextensions.k8s.io" or "coordination.k8s.io" or "discovery.k8s.io"
            or "node.k8s.io" or "certificates.k8s.io" or "apiregistration.k8s.io" or "resource.k8s.io" or "events.k8s.io";
}
