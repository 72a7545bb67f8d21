// Terminals are for people.
return new Policy<Container>
{
    Title = "Containers keep no terminal open",
    Severity = Medium,
    Controls = [Nist80053("CM-7")],
    Remediation = "Remove tty.",
    Subjects = estate => estate.Containers,
    Evaluate = container => container["tty"].IsTrue ? Fail(container["tty"], "a terminal is open") : Pass(container["tty"]),
};
