// User 0 is root, on the node too once the container is left. Whoever sets it asks for just that.
// Pod Security Standards, restricted: https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted

return new Policy<PodTemplate>
{
    Title       = "Pods do not ask for user 0",
    Severity    = Medium,
    Controls    = [PodSecurity("restricted"), Cis("5.2.7"), Nist80053("AC-6"), Hipaa("164.312(a)(1)"), Iso27001("A.8.2")],
    Remediation = "Leave runAsUser out, or set it to the number of an ordinary user of the image.",
    Subjects    = estate => estate.Pods,
    Evaluate    = pod => Each(pod.SecurityContexts, context => NotRoot(context["runAsUser"])),
};

Verdict NotRoot(Node user) =>
    user.IsMissing || user.Integer is > 0
        ? Pass(user)
        : Fail(user, $"{user.Path} is {user}; it must be above 0 or unset");
