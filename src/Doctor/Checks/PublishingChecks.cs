using PolicyGate.Doctor.Workflows;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Doctor.Checks;

/// <summary>Whether a workflow that publishes after another is ever started by it.</summary>
internal static class PublishingChecks
{
    public static IEnumerable<Diagnosis> Of(IReadOnlyCollection<Workflow> workflows, GateWorkflow gate)
    {
        Node started = gate.Triggers.Of(Triggers.WorkflowRun).Field("workflows");
        string known = string.Join(", ", workflows.Where(other => other != gate.Workflow).Select(other => $"`{other.Name}`"));
        return started.Items
            .Where(name => workflows.All(workflow => workflow.Name != name.Text))
            .Select(name => Diagnosis.Warning(
                "trigger/workflow-run",
                name.Location,
                $"no workflow is named `{name.Text}`",
                "The workflow never starts, and what the gate found on forks is not published.",
                known.Length == 0 ? "Name the workflow that judges." : $"Name the workflow that judges; there are {known}."));
    }
}
