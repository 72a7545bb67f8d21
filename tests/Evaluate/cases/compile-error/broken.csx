// It lacks a remedy, and judges by a word that nobody defined.
return new Policy<Container>
{
    Title = "Broken",
    Severity = Medium,
    Controls = [],
    Subjects = estate => estate.Containers,
    Evaluate = container => Judge(container),
};
