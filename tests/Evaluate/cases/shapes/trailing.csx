// A script's last expression is its result.
new Policy<Container>
{
    Title = "Trailing",
    Severity = Medium,
    Controls = [],
    Remediation = "",
    Subjects = estate => estate.Containers,
    Evaluate = container => Pass(container["name"]),
}
