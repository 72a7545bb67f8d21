// Whoever gets at the repository's account, or stands between it and the cluster, decides what Flux deploys.
// Flux deploys only what carries a signature that it has checked itself.

return new Policy<DeliverySource>
{
    Title       = "Flux verifies the signature of what it deploys",
    Severity    = High,
    Controls    = [Nist80053("SI-7"), Nist80053("SI-7(15)"), Nist80053("CM-14"), Iso27001("A.8.19"), Iso27001("A.8.24")],
    Remediation = "Set spec.verify: for Git mode and secretRef with the keys, for OCI provider and either secretRef or matchOIDCIdentity; take charts from an OCI registry.",
    Subjects    = estate => estate.DeliverySources.Where(source => !source.IsArgo && source.Resource.Group != "helm.cattle.io"),
    Evaluate    = source =>
        source.Environment is { IsDeclared: true, IsProduction: false } ? NotApplicable("the environment is not production")
        : source.Verification is not { } verify ? Fail(source.Resource["spec"], Unverifiable(source))
        : !verify.IsMapping ? Fail(verify, $"{verify.Path} is not set, so nobody checks who made what is deployed")
        : source.Kind == DeliverySourceKind.Git ? OfGit(verify)
        : OfArtifact(verify),
};

string Unverifiable(DeliverySource source) => source.Kind == DeliverySourceKind.Files
    ? "Flux cannot verify what lies in a bucket: take it from a Git repository or an OCI registry"
    : "Flux verifies charts from OCI registries only: take the chart from one";

// https://fluxcd.io/flux/components/source/gitrepositories/#verification
Verdict OfGit(Node verify) =>
    verify["secretRef.name"].Text.Length == 0 ? Fail(verify["secretRef.name"], $"{verify["secretRef.name"].Path} is not set: without keys nothing is verified")
    : verify["mode"].Exists && verify["mode"].Text.ToLowerInvariant() is not ("head" or "tag" or "tagandhead")
        ? Fail(verify["mode"], $"{verify["mode"].Path} is {verify["mode"]}, and not HEAD, Tag or TagAndHEAD")
    : Pass(verify);

// https://fluxcd.io/flux/components/source/ocirepositories/#verification
Verdict OfArtifact(Node verify) =>
    verify["provider"].Text is not ("cosign" or "notation") ? Fail(verify["provider"], $"{verify["provider"].Path} is {(verify["provider"].IsMissing ? "not set" : verify["provider"].Text)}, and not cosign or notation")
    : verify["secretRef.name"].Text.Length > 0 ? Pass(verify)
    : verify["provider"].Text == "cosign" && verify["matchOIDCIdentity"].Count > 0
        ? Each(verify["matchOIDCIdentity"].Items, identity => Bounded(identity))
    : Fail(verify["secretRef"], $"{verify.Path} names neither keys nor an identity, so a signature by anybody will do");

Verdict Bounded(Node identity) =>
    new[] { identity["issuer"], identity["subject"] }.FirstOrDefault(pattern => pattern.Text.Trim('^', '$', '(', ')') is "" or ".*" or ".+") is { } anybody
        ? Fail(anybody, $"{anybody.Path} is {(anybody.IsMissing ? "not set" : anybody.Text)}, so a signature by anybody will do")
        : Pass(identity);
