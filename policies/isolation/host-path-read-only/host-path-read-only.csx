// A pod that writes to the node's disk can change what the node or other pods run, or fill it up. Agents that collect
// logs and metrics only read. https://kubernetes.io/docs/concepts/storage/volumes/#hostpath

return new Policy<PodTemplate>
{
    Title       = "Directories of the node are mounted read-only",
    Severity    = Medium,
    Controls    = [Cis("5.2.12"), Nist80053("AC-6"), Nist80053("CM-5"), Hipaa("164.312(c)(1)"), Iso27001("A.8.3")],
    Remediation = "Set readOnly: true on the volumeMount.",
    Subjects    = estate => estate.Pods,
    Evaluate    = pod => All(
        [Pass(pod.Spec["volumes"]), .. pod.Volumes.Where(volume => volume.HostPath is not null).SelectMany(volume => volume.Mounts).Select(ReadOnly)]),
};

Verdict ReadOnly(Node mount) => mount["readOnly"] switch
{
    { IsTrue: true } readOnly    => Pass(readOnly),
    { IsMissing: true } readOnly => Fail(readOnly, $"{readOnly.Path} is not set for {mount["mountPath"]}, a directory of the node", Set(readOnly, true)),
    var readOnly                 => Fail(readOnly, $"{readOnly.Path} is {readOnly} for {mount["mountPath"]}, a directory of the node", Set(readOnly, true)),
};
