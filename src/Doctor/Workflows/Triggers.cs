using PolicyGate.Model.Nodes;

namespace PolicyGate.Doctor.Workflows;

/// <summary>The events that start a workflow: one name, a list of names, or a mapping with filters.</summary>
internal sealed class Triggers(Node on)
{
    public const string PullRequest = "pull_request";
    public const string PullRequestTarget = "pull_request_target";
    public const string MergeGroup = "merge_group";
    public const string WorkflowRun = "workflow_run";
    private const string WorkflowCall = "workflow_call";

    public Node Place => on;

    public IReadOnlySet<string> Events { get; } =
        new HashSet<string>(on.IsScalar ? [on.Text] : on.IsSequence ? on.Texts : on.Fields.Select(field => field.Name), StringComparer.Ordinal);

    public bool Has(string name) => Events.Contains(name);

    /// <summary>What is said of an event; a missing place when nothing is.</summary>
    public Node Of(string name) => on.Field(name);

    /// <summary>Pull requests, of which a required status lets pass or not.</summary>
    public bool HavePullRequests => Has(PullRequest) || Has(PullRequestTarget);

    /// <summary>Whether it reports on something that waits for it.</summary>
    public bool AreAwaited => HavePullRequests || Has(MergeGroup);

    /// <summary>Whether the event's workflow runs with the repository's own token on behalf of anybody.</summary>
    public bool ArePrivileged => Has(PullRequestTarget) || Has(WorkflowRun);

    /// <summary>Whether other workflows call it, so that theirs are the events.</summary>
    public bool AreCalls => Has(WorkflowCall);
}
