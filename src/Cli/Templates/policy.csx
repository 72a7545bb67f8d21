// Why this policy exists, for somebody who meets it for the first time:
// what goes wrong in production when it does not hold.

return new Policy<Container>
{
    Title       = "Containers keep no terminal open",
    Severity    = Medium,
    Controls    = [Nist80053("CM-7")],
    Remediation = "Remove tty from the container, or set it to false.",
    Subjects    = estate => estate.Containers,
    Evaluate    = container => Closed(container["tty"]),
};

Verdict Closed(Node terminal) =>
    terminal.IsTrue
        ? Fail(terminal, $"{terminal.Path} is true", fix: Set(terminal, false))
        : Pass(terminal);
