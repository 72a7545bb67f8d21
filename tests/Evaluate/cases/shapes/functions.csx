// Functions before and after, overloaded, and an extension method.
using System.Text;

Verdict Judge(Container container) => Judge(container["tty"]);

return new Policy<Container>
{
    Title = "Functions",
    Severity = Medium,
    Controls = [],
    Remediation = "",
    Subjects = estate => estate.Containers,
    Evaluate = container => Judge(container),
};

Verdict Judge(Node terminal) => terminal.IsOpen() ? Fail(terminal, new StringBuilder("open").ToString()) : Pass(terminal);

static bool IsOpen(this Node terminal) => terminal.IsTrue;
