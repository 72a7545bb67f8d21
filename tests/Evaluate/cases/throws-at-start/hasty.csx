// It fails before it is a policy.
string[] names = [];
string first = names[0];
return new Policy<Container>
{
    Title = first,
    Severity = Medium,
    Controls = [],
    Remediation = "",
    Subjects = estate => estate.Containers,
    Evaluate = container => Pass(container["tty"]),
};
