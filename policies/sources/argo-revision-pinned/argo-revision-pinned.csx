// A branch moves with every push: what runs in production is then whatever was pushed last, by whoever may push.
// Production follows a tag or a commit, which somebody has to choose, and which stands in the review.

return new Policy<DeliverySource>
{
    Title       = "Production follows a tag or a commit, not a branch",
    Severity    = High,
    Controls    = [Nist80053("CM-2"), Nist80053("CM-3"), Nist80053("SI-7"), Iso27001("A.8.32"), Iso27001("A.8.9")],
    Remediation = "Set targetRevision (Flux: ref.tag or ref.commit) to the tag or the full commit that was accepted.",
    Subjects    = estate => estate.DeliverySources.Where(source => source.Kind == DeliverySourceKind.Git),
    Evaluate    = Pinned,
};

Verdict Pinned(DeliverySource source) =>
    !source.Environment.IsProduction ? NotApplicable(source.Environment.IsDeclared ? "the environment is not production" : "no descriptor says whether this is production")
    : source.Revision is var revision && revision.IsMissing
        ? Fail(revision, $"{revision.Path} is not set, so {source.Environment.Name} follows {(source.IsArgo ? "HEAD, the default branch" : "the branch master")}")
    : revision.Name == "semver" ? Fail(revision, $"{revision.Path} is {revision}: {source.Environment.Name} follows whatever version is the newest")
    : revision.Name == "branch" ? Fail(revision, $"{revision.Path} is {revision}: {source.Environment.Name} follows a branch, which moves")
    : revision.Name == "tag" && !Moves(revision.Text) ? Pass(revision)
    : source.IsTagOrCommit ? Pass(revision)
    : Fail(revision, Moves(revision.Text)
        ? $"{revision.Path} is {revision}: {source.Environment.Name} follows what moves"
        : $"{revision.Path} is {revision}, which nothing tells from a branch: write refs/tags/{revision}, or the commit");

bool Moves(string revision) =>
    revision is "HEAD" or "head" or "main" or "master" or "latest" or "stable" or "develop" or "dev" or "trunk" or "production" or "prod" or ""
    || revision.StartsWith("refs/heads/", StringComparison.Ordinal) || revision.Contains('*');
