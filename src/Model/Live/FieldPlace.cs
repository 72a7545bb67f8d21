namespace PolicyGate.Model.Live;

/// <summary>A field as the tables of the API name it: pods and claims are the same wherever they stand.</summary>
/// <param name="Scope">A built-in kind, or <c>pod</c>.</param>
/// <param name="Path">From there, without the numbers of items.</param>
internal readonly record struct FieldPlace(string Scope, string Path)
{
    public const string Pod = "pod";

    private static readonly Dictionary<FieldPlace, FieldPlace> Entrances = new()
    {
        [new("Pod", "spec")] = new(Pod, ""),
        [new("PodTemplate", "template.spec")] = new(Pod, ""),
        [new("Deployment", "spec.template.spec")] = new(Pod, ""),
        [new("StatefulSet", "spec.template.spec")] = new(Pod, ""),
        [new("DaemonSet", "spec.template.spec")] = new(Pod, ""),
        [new("ReplicaSet", "spec.template.spec")] = new(Pod, ""),
        [new("ReplicationController", "spec.template.spec")] = new(Pod, ""),
        [new("Job", "spec.template.spec")] = new(Pod, ""),
        [new("CronJob", "spec.jobTemplate.spec.template.spec")] = new(Pod, ""),
        [new("StatefulSet", "spec.volumeClaimTemplates")] = new("PersistentVolumeClaim", ""),
        [new(Pod, "volumes.ephemeral.volumeClaimTemplate")] = new("PersistentVolumeClaim", ""),
    };

    public FieldPlace Field(string name)
    {
        string step = Scope == Pod ? InPod(name) : name;
        FieldPlace place = this with { Path = Path.Length == 0 ? step : $"{Path}.{step}" };
        return Entrances.GetValueOrDefault(place, place);
    }

    private static string InPod(string name) => name switch
    {
        "initContainers" or "ephemeralContainers" => "containers",
        "livenessProbe" or "readinessProbe" or "startupProbe" => "probe",
        "postStart" or "preStop" => "handler",
        _ => name,
    };
}
