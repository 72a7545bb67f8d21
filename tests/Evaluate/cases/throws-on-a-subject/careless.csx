// A policy of somebody who thought that every image has a tag.
return new Policy<Container>
{
    Title = "Containers keep no terminal open",
    Severity = Medium,
    Controls = [Nist80053("CM-7")],
    Remediation = "Remove tty.",
    Subjects = estate => estate.Containers,
    Evaluate = container => container.Image!.Tag!.Length > 0 ? Pass(container["image"]) : Fail(container["image"], "no tag"),
};
