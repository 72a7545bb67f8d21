// A range such as 1.x installs whatever its publisher uploads next, without a review and without a commit that tells when.
// Charts name one exact version.

return new Policy<DeliverySource>
{
    Title       = "Charts have an exact version",
    Severity    = Medium,
    Controls    = [Nist80053("CM-2"), Nist80053("SR-4"), Iso27001("A.8.9"), Iso27001("A.8.19")],
    Remediation = "Name the whole version of the chart, such as 1.16.2, without a range; let a bot propose newer ones.",
    Subjects    = estate => estate.DeliverySources.Where(source => source.Kind is DeliverySourceKind.Chart or DeliverySourceKind.Oci),
    Evaluate    = source =>
        source.Revision is var version && version.IsMissing ? Fail(version, $"{version.Path} is not set: the newest version is installed")
        : version.Text.Contains("{{") ? NotApplicable($"{version.Path} is filled in when it is generated")
        : source.IsExactVersion && version.Name != "semver" || Exact(source) ? Pass(version)
        : Fail(version, $"{version.Path} is {version}, which is no exact version"),
};

// A tag of an OCI registry is a version like any other; a range of one version only is exact.
bool Exact(DeliverySource source) => source.Kind == DeliverySourceKind.Oci && source.IsExactVersion;
