namespace PolicyGate.Load.Manifests;

/// <summary>
/// Where Kubernetes' built-in kinds want strings, and people write something else without noticing. Taken from the API
/// reference, https://kubernetes.io/docs/reference/kubernetes-api/.
/// </summary>
internal static class StringFields
{
    private static readonly FieldTree Metadata = FieldTree.Of(
        "name", "namespace", "labels.*", "annotations.*");

    private static readonly FieldTree LabelSelector = FieldTree.Of(
        "matchLabels.*", "matchExpressions[].values[]");

    // https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Container
    private static readonly FieldTree Container = FieldTree.Of(
        "name", "image", "command[]", "args[]", "workingDir", "env[].name", "env[].value",
        "volumeMounts[].mountPath", "volumeMounts[].subPath",
        "livenessProbe.exec.command[]", "readinessProbe.exec.command[]", "startupProbe.exec.command[]",
        "livenessProbe.httpGet.path", "readinessProbe.httpGet.path", "startupProbe.httpGet.path",
        "lifecycle.preStop.exec.command[]", "lifecycle.postStart.exec.command[]",
        "securityContext.capabilities.add[]", "securityContext.capabilities.drop[]");

    // https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#PodSpec
    private static readonly FieldTree PodSpec = FieldTree.Of(
            "nodeSelector.*", "nodeName", "hostname", "subdomain", "serviceAccountName", "priorityClassName",
            "hostAliases[].ip", "hostAliases[].hostnames[]", "imagePullSecrets[].name",
            "tolerations[].key", "tolerations[].value",
            "securityContext.sysctls[].name", "securityContext.sysctls[].value",
            "affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[].matchExpressions[].values[]")
        .With("containers[]", Container)
        .With("initContainers[]", Container)
        .With("ephemeralContainers[]", Container)
        .With("topologySpreadConstraints[].labelSelector", LabelSelector);

    private static readonly FieldTree PodTemplate = new FieldTree()
        .With("metadata", Metadata)
        .With("spec", PodSpec);

    // https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/
    private static readonly FieldTree NetworkPeer = FieldTree.Of("ipBlock.cidr", "ipBlock.except[]")
        .With("podSelector", LabelSelector)
        .With("namespaceSelector", LabelSelector);

    private static readonly FieldTree Workload = Object()
        .With("spec.selector", LabelSelector)
        .With("spec.template", PodTemplate);

    private static readonly FieldTree Job = new FieldTree()
        .With("selector", LabelSelector)
        .With("template", PodTemplate);

    private static readonly FieldTree NetworkPolicy = Object()
        .With("spec.podSelector", LabelSelector)
        .With("spec.ingress[].from[]", NetworkPeer)
        .With("spec.egress[].to[]", NetworkPeer);

    private static readonly FieldTree AnyObject = Object();

    private static readonly Dictionary<string, FieldTree> ByKind =
        new(StringComparer.Ordinal)
        {
            ["/Pod"] = Object().With("spec", PodSpec),
            ["/ReplicationController"] = Object("spec.selector.*").With("spec.template", PodTemplate),
            ["apps/Deployment"] = Workload,
            ["apps/StatefulSet"] = Workload,
            ["apps/DaemonSet"] = Workload,
            ["apps/ReplicaSet"] = Workload,
            ["batch/Job"] = Object().With("spec", Job),
            ["batch/CronJob"] = Object("spec.schedule", "spec.timeZone").With("spec.jobTemplate.spec", Job),
            ["/Service"] = Object(
                "spec.selector.*", "spec.externalName", "spec.loadBalancerIP", "spec.clusterIP",
                "spec.externalIPs[]", "spec.loadBalancerSourceRanges[]", "spec.ports[].name"),
            ["/ConfigMap"] = Object("data.*", "binaryData.*"),
            ["/Secret"] = Object("data.*", "stringData.*", "type"),
            ["networking.k8s.io/Ingress"] = Object(
                "spec.rules[].host", "spec.tls[].hosts[]", "spec.tls[].secretName", "spec.rules[].http.paths[].path"),
            ["networking.k8s.io/NetworkPolicy"] = NetworkPolicy,
            ["policy/PodDisruptionBudget"] = Object().With("spec.selector", LabelSelector),
            ["rbac.authorization.k8s.io/Role"] = Rules(),
            ["rbac.authorization.k8s.io/ClusterRole"] = Rules(),
            ["storage.k8s.io/StorageClass"] = Object("parameters.*", "provisioner", "mountOptions[]"),
        };

    /// <summary>The fields of a kind; for kinds that are not built in, those of every object's metadata.</summary>
    public static FieldTree Of(ObjectHeader header) => ByKind.GetValueOrDefault($"{header.Group}/{header.Kind}", AnyObject);

    private static FieldTree Object(params string[] paths) =>
        FieldTree.Of(paths).With("metadata", Metadata);

    private static FieldTree Rules() => Object(
        "rules[].apiGroups[]", "rules[].resources[]", "rules[].verbs[]", "rules[].resourceNames[]");
}
