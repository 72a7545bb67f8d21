// Variables of the script, which its functions see.
string word = "open";
const string Field = "tty";
static readonly int Longest = 100;

return new Policy<Container, Settings>
{
    Title = "Variables",
    Severity = Medium,
    Controls = [],
    Remediation = "",
    Subjects = estate => estate.Containers,
    Evaluate = (container, settings) => Judge(container, settings),
};

Verdict Judge(Container container, Settings settings) =>
    container[Field].IsTrue && word.Length < Longest ? Fail(container[Field], settings.Prefix + word) : Pass(container[Field]);

record Settings
{
    public string Prefix { get; init; } = "it is ";
}
