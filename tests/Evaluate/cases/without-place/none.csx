// A pass that has seen nothing.
return new Policy<Container>
{
    Title = "Containers have an image",
    Severity = Medium,
    Controls = [],
    Remediation = "Name one.",
    Subjects = estate => estate.Containers,
    Evaluate = container => Verdict.Pass([]),
};
