// A Windows HostProcess container runs on the node itself, with the node's files and accounts.
// Pod Security Standards, baseline: https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline

return new Policy<PodTemplate>
{
    Title       = "Pods run no Windows HostProcess container",
    Severity    = Critical,
    Controls    = [PodSecurity("baseline"), Cis("5.2.11"), Nist80053("AC-6"), Hipaa("164.312(a)(1)"),
                   Iso27001("A.8.2")],
    Remediation = "Remove windowsOptions.hostProcess, or run the program in a reviewed administrative namespace.",
    Subjects    = estate => estate.Pods,
    Evaluate    = pod => Each(pod.SecurityContexts, context => InContainer(context["windowsOptions.hostProcess"])),
};

Verdict InContainer(Node hostProcess) =>
    hostProcess.IsMissing || hostProcess.IsFalse
        ? Pass(hostProcess)
        : Fail(hostProcess, $"{hostProcess.Path} is {hostProcess}; it must be false or unset");
