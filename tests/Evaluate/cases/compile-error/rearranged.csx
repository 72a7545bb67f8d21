// Mistakes in places that are moved or changed on the way to the compiler keep their line and column.
#region Words
public static class Words
{
    public static string Loud(this Node node) => node.Txt + "!";
}
#endregion

private readonly int first = "one", second;

return new Policy<Container>
{
    Title = "Rearranged",
    Severity = Medium,
    Controls = [],
    Remediation = "",
    Subjects = estate => estate.Containers,
    Evaluate = container => Judge(container["tty"]),
};

#if !NOTHING
[Obsolete] private Verdict Judge(Node terminal) => Pass(terminal, late.Missing());
#endif

public string late = nothing;
