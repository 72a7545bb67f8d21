// A hostPath volume reaches into the node's own files: the credentials of the kubelet, the data of other pods.
// Pod Security Standards, baseline: https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline

return new Policy<PodTemplate>
{
    Title       = "Pods mount no directory of the node",
    Severity    = High,
    Controls    = [PodSecurity("baseline"), Cis("5.2.12"), Nist80053("AC-6"), Nist80053("SC-4"), Hipaa("164.312(a)(1)"),
                   Iso27001("A.8.3")],
    Remediation = "Keep the data in a PersistentVolumeClaim, an emptyDir or a projected volume instead.",
    Subjects    = estate => estate.Pods,
    Evaluate    = pod => NoneOfNode(pod.Spec["volumes"]),
};

Verdict NoneOfNode(Node volumes) =>
    All([Pass(volumes), .. volumes.Items.Select(volume => NotOfNode(volume["hostPath"]))]);

Verdict NotOfNode(Node hostPath) =>
    hostPath.IsMissing
        ? Pass(hostPath)
        : Fail(hostPath, $"{hostPath.Path} mounts {hostPath["path"]} of the node");
