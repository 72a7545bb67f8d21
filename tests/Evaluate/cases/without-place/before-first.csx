// The last item of a list that is empty is a place like any other.
return new Policy<Container>
{
    Title = "Containers have an image",
    Severity = Medium,
    Controls = [],
    Remediation = "Name one.",
    Subjects = estate => estate.Containers,
    Evaluate = container => Fail(container["args"][container["args"].Count - 1], "no arguments"),
};
