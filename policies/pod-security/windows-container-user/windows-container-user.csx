// A Windows container that names no user runs as the image says, often as ContainerAdministrator, who may change what
// other programs of the container run. https://kubernetes.io/docs/tasks/configure-pod-container/configure-runasusername/

return new Policy<PodTemplate>
{
    Title       = "Windows containers run as an ordinary user",
    Severity    = Medium,
    Controls    = [Nist80053("AC-6"), Nist80053("AC-6(10)"), Hipaa("164.312(a)(1)"), Iso27001("A.8.2")],
    Remediation = "Set securityContext.windowsOptions.runAsUserName to ContainerUser on the pod.",
    Subjects    = estate => estate.Pods,
    Evaluate    = pod =>
        pod.IsWindows || pod.Spec["nodeSelector"].Fields.Any(label => label is { Name: "kubernetes.io/os" or "beta.kubernetes.io/os", Text: "windows" })
            ? Each(pod.Containers.Select(container => container.Security("windowsOptions.runAsUserName")).DistinctBy(user => user.Path), Ordinary)
            : NotApplicable("it does not run on Windows by declaration"),
};

Verdict Ordinary(Node user) =>
    user.IsMissing               ? Fail(user, $"{user.Path} is not set", Set(user, "ContainerUser"))
    : IsPrivileged(user.Text)    ? Fail(user, $"{user.Path} is {user}; it must be an ordinary user, such as ContainerUser")
    : Pass(user);

// Accounts of the node begin with NT AUTHORITY.
bool IsPrivileged(string user) =>
    user.Contains("administrator", StringComparison.OrdinalIgnoreCase) || user.StartsWith(@"NT AUTHORITY\", StringComparison.OrdinalIgnoreCase);
