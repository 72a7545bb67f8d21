using System.Collections.Immutable;

namespace PolicyGate.Doctor.Workflows;

/// <summary>A workflow that uses the gate.</summary>
/// <param name="Workflow">The file.</param>
/// <param name="Jobs">Those that use it.</param>
/// <param name="IsAwaited">Whether pull requests or a merge queue wait for it, perhaps by way of a workflow that calls it.</param>
internal sealed record GateWorkflow(Workflow Workflow, ImmutableArray<GateJob> Jobs, bool IsAwaited)
{
    public Triggers Triggers => Workflow.Triggers;

    public IEnumerable<GateJob> JudgingJobs => Jobs.Where(job => job.Judges);
}

/// <summary>A job that uses the gate in its steps, or calls a workflow that does.</summary>
/// <param name="Job">The job.</param>
/// <param name="JudgingSteps">Those whose failure is the gate.</param>
/// <param name="PublishingSteps">Those that tell.</param>
/// <param name="CallsGate">Whether it calls a workflow that judges.</param>
internal sealed record GateJob(Job Job, ImmutableArray<JobStep> JudgingSteps, ImmutableArray<JobStep> PublishingSteps, bool CallsGate)
{
    public bool Judges => CallsGate || JudgingSteps.Length > 0;

    public IEnumerable<JobStep> Steps => JudgingSteps.Concat(PublishingSteps);
}
