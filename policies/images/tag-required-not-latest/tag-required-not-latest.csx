// An image named latest, or not versioned at all, is another one tomorrow: what was tested is not what runs,
// two nodes run different programs, and there is nothing to roll back to. A digest says it best and is always enough.

return new Policy<Subject, Tags>
{
    Title       = "Images name a version",
    Severity    = Medium,
    Controls    = [Nist80053("CM-2"), Nist80053("SI-7"), Hipaa("164.312(c)(1)"), Iso27001("A.8.19"),
                   Iso27001("A.8.32")],
    Remediation = "Name the image by a version tag, or better by its digest.",
    Subjects    = estate => [.. estate.Containers.Where(container => container.Image is null), .. estate.Images],
    Evaluate    = (subject, tags) => subject is UsedImage used
        ? Versioned(used.Node, used.Image, tags)
        : Fail(subject["image"], $"{subject["image"].Path} is not set, so nothing says what will run"),
};

record Tags
{
    // Tags that are put on new images again and again.
    public ImmutableArray<string> Moving { get; init; } = ["latest"];
}

Verdict Versioned(Node place, ImageReference image, Tags tags) => image switch
{
    { Digest.Length: > 0 } => Pass(place),
    { Tag: null or "" } => Fail(place, $"{place.Path} is {place}, which has no tag and so means latest"),
    { Tag: var tag } when tags.Moving.Contains(tag) => Fail(place, $"{place.Path} is {place}; {tag} is no version"),
    _ => Pass(place),
};
