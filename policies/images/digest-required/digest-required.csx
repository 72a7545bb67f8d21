// A tag can be moved to another image; a digest is the image. Only with a digest is what was scanned,
// signed and approved what will run. Init containers, volumes made of images and operators count as well.

return new Policy<Subject>
{
    Title       = "Images are pinned by digest",
    Severity    = Medium,
    Controls    = [Nist80053("SI-7"), Nist80053("CM-2"), Cis("5.5.1"), Hipaa("164.312(c)(1)"), Iso27001("A.8.19")],
    Remediation = "Add the digest to the image: name:tag@sha256:….",
    Subjects    = estate => [.. estate.Containers.Where(container => container.Image is null), .. estate.Images],
    Evaluate    = subject => subject switch
    {
        UsedImage { Image.Digest: { } digest } used when digest.Contains(':') => Pass(used.Node),
        UsedImage { Node: var image } => Fail(image, $"{image.Path} is {image}, which names no digest"),
        var container => Fail(container["image"], $"{container["image"].Path} is not set, so nothing says what will run"),
    },
};
