// The restricted level of the Pod Security Standards, as a whole, as a namespace would enforce it: it asks for all the hardening there is.
// https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted.
// The policies under pod-security/ say the same one by one, with their fixes.

return new Policy<PodTemplate>
{
    Title       = "Pods meet the restricted Pod Security Standard",
    Severity    = Medium,
    Controls    = [PodSecurity("restricted"), Cis("5.2.1"), Nist80053("AC-6"), Nist80053("CM-6"), Hipaa("164.312(a)(1)"), Iso27001("A.8.9")],
    Remediation = "Change the field as the standard asks; `policygate explain` of the single policies says how.",
    Subjects    = estate => estate.Pods,
    Evaluate    = pod => All(
        [Pass(pod.Spec), .. PodSecurityStandards.RestrictedBreaches(pod).Select(breach => Fail(breach.Place, breach.Message))]),
};
