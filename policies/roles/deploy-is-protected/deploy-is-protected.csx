// Whoever can push can change a workflow, and a workflow that deploys holds the keys of the cluster.
// A protected environment holds the job back until one of its reviewers has let it go, and only then gives it the keys.

return new Policy<WorkflowJob, Protection>
{
    Title       = "Workflows that deploy to production use a protected environment",
    Severity    = High,
    Controls    = [Nist80053("CM-3"), Nist80053("CM-5"), Nist80053("AC-5"), Iso27001("A.8.32"), Iso27001("A.8.4")],
    Remediation = "Set environment: on the job to the production environment of the repository, and give that environment required reviewers under Settings, Environments.",
    Subjects    = estate => estate.WorkflowJobs,
    Evaluate    = (job, protection) =>
        job.OnlyCalls ? NotApplicable("it calls a workflow of this repository, whose jobs are judged themselves")
        : !job.Deploys ? NotApplicable("the job deploys nothing")
        : !job.DeploysToProduction ? NotApplicable("the job deploys to an earlier stage")
        : Protected(job, job.DeploymentEnvironment, protection),
};

record Protection
{
    /// <summary>The environments that are protected at the code host, which git does not tell; none: any that the job names.</summary>
    public ImmutableArray<string> Environments { get; init; } = [];
}

Verdict Protected(WorkflowJob job, Node environment, Protection protection) =>
    job.ForeignWorkflow is { } foreign
        ? Fail(foreign, $"{foreign} deploys{Where(job)}, and whether its jobs use a protected environment cannot be seen from here")
    : environment.Text.Trim().Length == 0
        ? Fail(environment, $"the {Short(job)} deploys{Where(job)} without an environment, so nobody has to let it go")
    : job.UsesLowerEnvironment
        ? Fail(environment, $"the {Short(job)} deploys{Where(job)}, and is protected like {environment}")
    : environment.Text.Contains("${{") ? Pass("the name is worked out when the workflow runs", environment)
    : protection.Environments.Any() && !protection.Environments.Contains(environment.Text)
        ? Fail(environment, $"{environment} is not among the protected environments: {string.Join(", ", protection.Environments)}")
    : job.Reviewers is { IsEmpty: true } ? Fail(environment, $"the environment {environment} asks for nobody's review at the code host")
    : Pass(environment);

string Short(WorkflowJob job) => $"job {job.Node.Name}";

string Where(WorkflowJob job) => job.NamesProduction ? " to production" : ", to which stage it does not say,";
