// A tag can be moved to another image; a digest is the image. Only with a digest is what was scanned,
// signed and approved what will run.

return new Policy<Container>
{
    Title       = "Images are pinned by digest",
    Severity    = Medium,
    Controls    = [Nist80053("SI-7"), Nist80053("CM-2"), Cis("5.5.1"), Hipaa("164.312(c)(1)"), Iso27001("A.8.19")],
    Remediation = "Add the digest to the image: name:tag@sha256:….",
    Subjects    = estate => estate.Containers,
    Evaluate    = container => Pinned(container["image"], container.Image),
};

Verdict Pinned(Node place, ImageReference? image) => image switch
{
    null => Fail(place, $"{place.Path} is not set, so nothing says what will run"),
    { Digest: { } digest } when digest.Contains(':') => Pass(place),
    _ => Fail(place, $"{place.Path} is {place}, which names no digest"),
};
