// The baseline level of the Pod Security Standards, as a whole, as a namespace would enforce it: it closes the known ways out of a container.
// https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline.
// The policies under pod-security/ say the same one by one, with their fixes.

return new Policy<PodTemplate>
{
    Title       = "Pods meet the baseline Pod Security Standard",
    Severity    = High,
    Controls    = [PodSecurity("baseline"), Cis("5.2.1"), Nist80053("AC-6"), Nist80053("CM-6"), Hipaa("164.312(a)(1)"), Iso27001("A.8.9")],
    Remediation = "Change the field as the standard asks; `policygate explain` of the single policies says how.",
    Subjects    = estate => estate.Pods,
    Evaluate    = pod => All(
        [Pass(pod.Spec), .. PodSecurityStandards.BaselineBreaches(pod).Select(breach => Fail(breach.Place, breach.Message))]),
};
