// A class of the library would be set up by the profile.
return new Policy<Container, UriBuilder>
{
    Title = "Containers have an image",
    Severity = Medium,
    Controls = [],
    Remediation = "Name one.",
    Subjects = estate => estate.Containers,
    Evaluate = (container, settings) => Pass(container["image"]),
};
