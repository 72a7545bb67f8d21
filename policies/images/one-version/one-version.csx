// Web, worker and cron of one Odoo share its database. When they run different versions, one writes what the other
// cannot read, and a module is upgraded under the feet of the processes that still run the old one.

return new Policy<OdooRelease>
{
    Title       = "Web, worker and cron of one Odoo release run the same image",
    Severity    = High,
    Controls    = [Nist80053("CM-2"), Nist80053("SI-7"), Iso27001("A.8.9"), Iso27001("A.8.32")],
    Remediation = "Name the same image with the same digest in all workloads of the release, best by one entry of images: in the kustomization or one value of the chart.",
    Subjects    = estate => estate.OdooReleases,
    Evaluate    = release => Each(release.Images, image => Same(image, release.Images[0])),
};

// By digest; what is not pinned, by name and tag: whether a tag can move is judged by images/digest-required.
Verdict Same(UsedImage image, UsedImage first) => (image.Image, first.Image) switch
{
    ({ IsLatest: true }, _) => Fail(image, $"{image.Image.Text} is whatever is the newest when a pod starts: no two pods need run the same"),
    ({ Digest: { } own }, { Digest: { } other }) => own == other ? Pass(image) : Fail(image, $"{image.Image.Text} is not the digest {other} that {Workload(first)} runs"),
    ({ Name: var name, Tag: { } tag }, { } other) when name == other.Name && tag == other.Tag => Pass("the same tag", image),
    (_, { } other) => Fail(image, $"{image.Image.Text} is not {other.Text}, which {Workload(first)} runs"),
};

string Workload(UsedImage image) => $"{image.Reference?.Kind} {image.Reference?.Name}";
