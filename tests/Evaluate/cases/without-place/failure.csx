// A failure that nobody could find.
return new Policy<Container>
{
    Title = "Containers have an image",
    Severity = Medium,
    Controls = [],
    Remediation = "Name one.",
    Subjects = estate => estate.Containers,
    Evaluate = container => Fail(null!, "no image"),
};
