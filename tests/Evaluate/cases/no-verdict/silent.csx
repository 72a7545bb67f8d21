// A policy that says nothing.
return new Policy<Container>
{
    Title = "Containers keep no terminal open",
    Severity = Medium,
    Controls = [Nist80053("CM-7")],
    Remediation = "Remove tty.",
    Subjects = estate => estate.Containers,
    Evaluate = container => null!,
};
