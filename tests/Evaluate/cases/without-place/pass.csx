// A pass on the evidence of nothing.
return new Policy<Container>
{
    Title = "Containers have an image",
    Severity = Medium,
    Controls = [],
    Remediation = "Name one.",
    Subjects = estate => estate.Containers,
    Evaluate = container => Pass(container["image"], null!, null!),
};
