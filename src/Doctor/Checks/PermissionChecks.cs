using PolicyGate.Doctor.Workflows;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Doctor.Checks;

/// <summary>
/// Whether the job's token may do what the gate does with it, and no more:
/// https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#permissions.
/// </summary>
internal static class PermissionChecks
{
    /// <summary>What a gate may write: what tells of it, code scanning, and proofs of evidence.</summary>
    private static readonly string[] Harmless =
        ["checks", "pull-requests", "issues", "statuses", "security-events", "id-token", "attestations", "artifact-metadata"];

    public static IEnumerable<Diagnosis> Of(GateWorkflow workflow) => workflow.Jobs
        .Where(job => !job.CallsGate)
        .SelectMany(job => OfJob(workflow, job))
        .DistinctBy(diagnosis => (diagnosis.Id, diagnosis.Location, diagnosis.Problem));

    private static IEnumerable<Diagnosis> OfJob(GateWorkflow workflow, GateJob job)
    {
        Node permissions = workflow.Workflow.PermissionsOf(job.Job);
        string paste = Paste(workflow, job);
        if (permissions.Value is null)
        {
            return workflow.Triggers.AreCalls ? [] : [DefaultToken(job, paste)];
        }

        return permissions.Text switch
        {
            "write-all" => [WriteAll(permissions, paste)],
            "read-all" => [.. MissingWrites(workflow, job, permissions, paste)],
            _ => [.. MissingReads(job, permissions, paste), .. MissingWrites(workflow, job, permissions, paste), .. TooWide(permissions)],
        };
    }

    private static Diagnosis DefaultToken(GateJob job, string paste) => Diagnosis.Warning(
        "permissions/default",
        job.Job.Root.Location,
        $"nothing says which permissions the token of the job `{job.Job.Id}` has",
        "The repository's settings decide: it may write to everything, or not be able to annotate.",
        "State the permissions.",
        paste);

    private static Diagnosis WriteAll(Node permissions, string paste) => Diagnosis.Warning(
        "permissions/too-wide",
        permissions.Location,
        "`write-all` gives the token of the gate's job every permission",
        "Whatever runs in the job could push, release and change settings.",
        "State only the permissions that are needed.",
        paste);

    private static IEnumerable<Diagnosis> MissingReads(GateJob job, Node permissions, string paste) => Reads(job)
        .Where(read => permissions.Field(read.Scope).Text is not ("read" or "write"))
        .Select(read => Diagnosis.Error(
            "permissions/missing",
            permissions.Location,
            $"`{read.Scope}: read` is missing, and what is not stated is denied",
            read.Harm,
            "Add the permission.",
            paste));

    private static IEnumerable<(string Scope, string Harm)> Reads(GateJob job)
    {
        if (job.Judges || job.Job.Steps.Any(step => step.IsCheckout))
        {
            yield return ("contents", "The repository cannot be checked out unless it is public: the gate never opens.");
        }

        if (job.Job.Steps.Any(step => step.Input("run-id").Exists))
        {
            yield return ("actions", "The report of the other run cannot be read, and nothing is published.");
        }
    }

    private static IEnumerable<Diagnosis> MissingWrites(GateWorkflow workflow, GateJob job, Node permissions, string paste)
    {
        string[] missing = [.. Writes(workflow, job).Where(scope => permissions.Field(scope).Text != "write")];
        if (missing.Length > 0)
        {
            yield return Diagnosis.Warning(
                "permissions/missing",
                permissions.Location,
                $"{string.Join(" and ", missing.Select(scope => $"`{scope}: write`"))} {(missing.Length > 1 ? "are" : "is")} missing for what the job is to tell",
                "The gate works, and what it found is only in the log and the job summary.",
                "Add the permission, or set `annotate` to what the token may do.",
                paste);
        }
    }

    private static IEnumerable<Diagnosis> TooWide(Node permissions) => permissions.Fields
        .Where(scope => scope.Text == "write" && !Harmless.Contains(scope.Name, StringComparer.Ordinal))
        .Select(scope => Diagnosis.Warning(
            "permissions/too-wide",
            scope.Location,
            $"the gate does not need `{scope.Name}: write`",
            "Whatever runs in the job has it too.",
            "Give it to another job that needs it, and here no more than `read`.",
            scope.Name == "contents" ? "contents: read" : ""));

    /// <summary>What the job's steps write with the job's own token.</summary>
    private static IEnumerable<string> Writes(GateWorkflow workflow, GateJob job) =>
        job.Steps.Where(UsesJobToken).SelectMany(step => Writes(workflow, step)).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Writes(GateWorkflow workflow, JobStep step)
    {
        string annotate = step.IsScript ? "both" : step.Input("annotate").Text is { Length: > 0 } given ? given : "both";
        bool hasPullRequest = workflow.Triggers.HavePullRequests || workflow.Triggers.Has(Triggers.WorkflowRun);
        return
        [
            .. annotate is "both" or "check-run" ? ["checks"] : (string[])[],
            .. annotate is "both" or "comment" && hasPullRequest ? ["pull-requests"] : (string[])[],
            .. step.InputIs("status", "true") ? ["statuses"] : (string[])[],
        ];
    }

    /// <summary>Scripts that judge need no token; the action takes the job's unless it is given another.</summary>
    private static bool UsesJobToken(JobStep step) => step.IsScript
        ? GateStep.Of(step, _ => false) == GateUse.Publishes
        : step.Input("token").Text is var token
            && (token.Length == 0
                || token.Contains("github.token", StringComparison.OrdinalIgnoreCase)
                || token.Contains("secrets.GITHUB_TOKEN", StringComparison.OrdinalIgnoreCase));

    private static string Paste(GateWorkflow workflow, GateJob job) => string.Join('\n',
    [
        "permissions:",
        .. Reads(job).Select(read => $"  {read.Scope}: read"),
        .. Writes(workflow, job).Select(scope => $"  {scope}: write"),
    ]);
}
