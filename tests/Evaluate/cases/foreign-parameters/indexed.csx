// What has no name cannot be set.
return new Policy<Container, Settings>
{
    Title = "Containers have an image",
    Severity = Medium,
    Controls = [],
    Remediation = "Name one.",
    Subjects = estate => estate.Containers,
    Evaluate = (container, settings) => settings[1] == 1 ? Pass(container["image"]) : Fail(container["image"], "no"),
};

record Settings
{
    public int this[int index] { get => index; init { } }
}
