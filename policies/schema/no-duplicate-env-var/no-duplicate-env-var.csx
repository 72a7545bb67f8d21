// Of two variables with one name the last one counts, and the first is what somebody reads and believes.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#environment-variables

return new Policy<Container>
{
    Title       = "No environment variable is set twice",
    Severity    = Low,
    Controls    = [Nist80053("CM-6"), Iso27001("A.8.9")],
    Remediation = "Keep the variable that is meant, and take the other away.",
    Subjects    = estate => estate.Containers,
    Evaluate    = container => All(
    [
        Pass(container["env"]),
        .. container.EnvironmentVariables
            .Where(variable => variable["name"].Exists)
            .GroupBy(variable => variable["name"].Text)
            .SelectMany(same => same.Skip(1).Select(again => Twice(again["name"], same.First()["name"]))),
    ]),
};

Verdict Twice(Node again, Node first) => Fail(again, $"{again.Path} is {again}, which {first.Path} sets already");
