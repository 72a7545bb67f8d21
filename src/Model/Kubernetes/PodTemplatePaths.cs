using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>Where each kind keeps the pods it makes.</summary>
internal static class PodTemplatePaths
{
    /// <summary>
    /// Kinds of the API (https://kubernetes.io/docs/concepts/workloads/) and of the custom resources that people use
    /// beside them. A kind that is not listed but has <c>spec.template.spec.containers</c> counts as one too.
    /// </summary>
    private static readonly Dictionary<string, string> Paths = new(StringComparer.Ordinal)
    {
        ["Pod"] = "",
        ["PodTemplate"] = "template",
        ["Deployment"] = "spec.template",
        ["StatefulSet"] = "spec.template",
        ["DaemonSet"] = "spec.template",
        ["ReplicaSet"] = "spec.template",
        ["ReplicationController"] = "spec.template",
        ["Job"] = "spec.template",
        ["CronJob"] = "spec.jobTemplate.spec.template",

        // https://argoproj.github.io/argo-rollouts/features/specification/
        ["Rollout"] = "spec.template",

        // https://docs.openshift.com/container-platform/latest/rest_api/workloads_apis/deploymentconfig-apps-openshift-io-v1.html
        ["DeploymentConfig"] = "spec.template",

        // https://openkruise.io/docs/
        ["CloneSet"] = "spec.template",

        // https://github.com/knative/specs/blob/main/specs/serving/knative-api-specification-1.0.md
        ["Configuration"] = "spec.template",
        ["Revision"] = "",

        // https://github.com/kubernetes-sigs/agent-sandbox
        ["Sandbox"] = "spec.podTemplate",
        ["SandboxTemplate"] = "spec.podTemplate",

        // https://cloudnative-pg.io/documentation/current/connection_pooling/#pod-templates
        ["Pooler"] = "spec.template",
    };

    /// <summary>The places that hold pod templates in an object; none for most kinds.</summary>
    public static IEnumerable<Node> In(string kind, Node root)
    {
        if (kind == "JobSet")
        {
            // https://jobset.sigs.k8s.io/docs/reference/jobset.v1alpha2/
            return root["spec.replicatedJobs"].Items.Select(job => job["template.spec.template"]);
        }

        Node template = root[Paths.GetValueOrDefault(kind, "spec.template")];
        bool isKnown = Paths.ContainsKey(kind) && template["spec"].IsMapping;
        return isKnown || HasContainers(template) ? [template] : [];
    }

    private static bool HasContainers(Node template) => template["spec.containers"].IsSequence;
}
