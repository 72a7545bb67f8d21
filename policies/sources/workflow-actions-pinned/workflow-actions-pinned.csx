// A tag such as v4 can be moved to other code by whoever gets at the action's repository, as happened to tj-actions/changed-files
// in March 2025. In a workflow that deploys, that code runs with the keys of the cluster. A full commit cannot be moved.

return new Policy<WorkflowJob>
{
    Title       = "Workflows that deploy use actions pinned by full commit",
    Severity    = High,
    Controls    = [Nist80053("SR-3"), Nist80053("SR-4"), Nist80053("SI-7"), Iso27001("A.8.30"), Iso27001("A.5.21")],
    Remediation = "Name the full commit SHA of the action, and the version in a comment, which Dependabot and Renovate keep up to date; of a container image the digest.",
    Subjects    = estate => estate.WorkflowJobs,
    Evaluate    = job => job.IsInDeployingWorkflow
        ? Each(job.Uses, Pinned, "it uses no actions")
        : NotApplicable("the workflow deploys nothing"),
};

// https://docs.github.com/actions/reference/security/secure-use#using-third-party-actions
Verdict Pinned(Node uses) =>
    uses.Text.StartsWith("./", StringComparison.Ordinal) ? Pass("of this repository", uses)
    : uses.Text.StartsWith("docker://", StringComparison.Ordinal)
        ? Regex.IsMatch(uses.Text, "@sha256:[0-9a-f]{64}$") ? Pass(uses) : Fail(uses, $"{uses} names a tag, which can be moved, and no digest")
    : Regex.IsMatch(uses.Text, "@([0-9a-fA-F]{40}|[0-9a-fA-F]{64})$") ? Pass(uses)
    : Fail(uses, uses.Text.Contains('@') ? $"{uses} names a tag or a branch, which can be moved" : $"{uses} names no commit");
