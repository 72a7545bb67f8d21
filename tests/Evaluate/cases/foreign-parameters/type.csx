// No profile can write a function.
return new Policy<Container, Settings>
{
    Title = "Containers have an image",
    Severity = Medium,
    Controls = [],
    Remediation = "Name one.",
    Subjects = estate => estate.Containers,
    Evaluate = (container, settings) => Pass(container["image"]),
};

record Settings
{
    public Func<int>? Most { get; init; }
}
