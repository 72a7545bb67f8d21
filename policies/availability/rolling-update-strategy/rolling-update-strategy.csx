// Recreate stops all pods before it starts the new ones: each release is an outage. So is a rolling update that may take all
// pods away at once. https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy

return new Policy<Resource>
{
    Title       = "Deployments are updated pod by pod",
    Severity    = Medium,
    Controls    = [Nist80053("CP-10"), Iso27001("A.8.14"), Iso27001("A.8.32")],
    Remediation = "Set strategy.type to RollingUpdate, or leave it out, with a maxUnavailable below 100%.",
    Subjects    = estate => estate.Resources.Where(resource => resource.Kind is "Deployment" or "DeploymentConfig" && resource.IsReplicated),
    Evaluate    = deployment => deployment["spec.strategy.type"] switch
    {
        { IsMissing: true } or { Text: "RollingUpdate" or "Rolling" } => Gradual(deployment),
        var type => Fail(type, $"{type.Path} is {type}; it must be {Rolling(deployment)}", Mend(deployment)),
    },
};

Verdict Gradual(Resource deployment) =>
    deployment["spec.strategy.rollingUpdate.maxUnavailable"] is var gone && CountOrPercent.Of(gone)?.RoundedDown(deployment.Replicas) >= deployment.Replicas && deployment.Replicas > 0
        ? Fail(gone, $"{gone.Path} is {gone}, all of the {deployment.Replicas} replicas at once", SurgesInstead(deployment) ? Set(gone, 0) : null)
        : Pass(deployment["spec.strategy"]);

// Pods can only stay until the new ones are there if more than the replicas may run for a while, which is the default.
bool SurgesInstead(Resource deployment) => deployment["spec.strategy.rollingUpdate.maxSurge"].Text is not ("0" or "0%");

// OpenShift's DeploymentConfig has its own name for it.
string Rolling(Resource deployment) => deployment.Kind == "DeploymentConfig" ? "Rolling" : "RollingUpdate";

// Where old and new pods would need the same volume, somebody has to think.
Fix? Mend(Resource deployment) =>
    deployment.Pods.SelectMany(pod => pod.Volumes).Any(volume => volume["persistentVolumeClaim"].Exists) ? null
    : Set(deployment["spec.strategy.type"], Rolling(deployment));
