// A policy of somebody who thought that every image has a tag.
return new Policy<Container>
{
    Title = "Tagged",
    Severity = Medium,
    Controls = [],
    Remediation = "Add a tag.",
    Subjects = estate => estate.Containers.Where(container => container.Image!.Tag!.Length > 0),
    Evaluate = container => Pass(container["image"]),
};
