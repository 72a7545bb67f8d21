// A pod of its own is gone with its node: nothing starts it again elsewhere, and nothing replaces it by a newer one.
// https://kubernetes.io/docs/concepts/workloads/pods/#working-with-pods

return new Policy<Resource>
{
    Title       = "Pods belong to a workload",
    Severity    = Medium,
    Controls    = [Nist80053("CP-10"), Iso27001("A.8.14")],
    Remediation = "Make it a Deployment, a StatefulSet or a DaemonSet; a Job, if its work has an end.",
    Subjects    = estate => estate.Resources.Where(resource => resource.Is("Pod", "") || !resource.Pods.IsEmpty),
    Evaluate    = resource => resource switch
    {
        { Kind: not "Pod" } => Pass(resource["kind"]),
        _ when resource["metadata.ownerReferences"] is { Count: > 0 } owners => Pass(owners),
        _ when resource.Annotations.Has("helm.sh/hook") => NotApplicable("Helm runs it once, as a hook"),
        _ => Fail(resource["kind"], $"{resource.Description} belongs to no workload: nothing starts it again when its node fails"),
    },
};
