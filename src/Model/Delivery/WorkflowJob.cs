using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Changes;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Model.Delivery;

/// <summary>
/// A job of a GitHub workflow (https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax). It belongs
/// to the environment that it names, else to the first production environment of the estate.
/// </summary>
public sealed class WorkflowJob : Subject
{
    private readonly Workflow workflow;
    private readonly Node? protections;

    private WorkflowJob(Environment environment, Node node, Workflow workflow, Node? protections)
        : base(environment, node)
    {
        this.workflow = workflow;
        this.protections = protections;
    }

    /// <summary>For people: <c>job deploy of .github/workflows/deploy.yaml</c>.</summary>
    public string Name => $"job {VisibleText.Line(Node.Name)} of {workflow.Name}";

    /// <summary>Some job of its workflow deploys.</summary>
    public bool IsInDeployingWorkflow => workflow.Deploys;

    /// <summary>It changes what runs somewhere: by its commands, its actions, or a workflow of another repository that it calls.</summary>
    public bool Deploys => workflow.Deploying(Node);

    /// <summary>
    /// It deploys to production, as far as its text tells: what it names, else what its workflow names. Where neither
    /// names any stage, production has to be feared.
    /// </summary>
    public bool DeploysToProduction => Deploys && workflow.StageOf(Node) != DeploymentStage.Elsewhere;

    /// <summary>The stage stands in the job or its workflow, and is not only feared.</summary>
    public bool NamesProduction => workflow.StageOf(Node) == DeploymentStage.Production;

    /// <summary>What it calls, when that is a workflow of another repository, of which nothing is known; null otherwise.</summary>
    public Node? ForeignWorkflow => Node["uses"] is { IsScalar: true } called && !called.Text.StartsWith("./", StringComparison.Ordinal) ? called : null;

    /// <summary>It only calls a workflow of this repository, whose jobs are judged themselves.</summary>
    public bool OnlyCalls => Node["uses"].Text.StartsWith("./", StringComparison.Ordinal);

    /// <summary>
    /// The name of its environment at the code host, whose protection rules hold it back; missing when it has none
    /// (https://docs.github.com/actions/reference/workflows-and-actions/deployments-and-environments).
    /// </summary>
    public Node DeploymentEnvironment => Node["environment"] is { IsMapping: true } whole ? whole["name"] : Node["environment"];

    /// <summary>That environment is by its name one of an earlier stage.</summary>
    public bool UsesLowerEnvironment => workflow.Stages.Of(DeploymentEnvironment.Text) == DeploymentStage.Elsewhere;

    /// <summary>
    /// Who may let the job go, by the facts about the change, which know the protection rules of the code host: nobody
    /// where its environment has no required reviewers, or is not there yet. Null where nobody asked for them.
    /// </summary>
    /// <exception cref="UnknownFactException">They could not be collected.</exception>
    public ImmutableArray<Node>? Reviewers =>
        protections is null ? null
        : protections["unknown"].Exists ? throw new UnknownFactException("`environments` of the change", VisibleText.Line(protections["unknown"].Text))
        : [.. protections.Items.Where(one => string.Equals(one["name"].Text, DeploymentEnvironment.Text, StringComparison.OrdinalIgnoreCase)).SelectMany(one => one["reviewers"].Items)];

    /// <summary>Every action, container image and workflow that it uses, where it says so.</summary>
    public IEnumerable<Node> Uses =>
        Node["steps"].Items.Select(step => step["uses"]).Prepend(Node["uses"]).Where(uses => uses.IsScalar);

    public override ResourceReference? Reference => null;

    public override string Description => Name;

    internal static IEnumerable<WorkflowJob> In(Estate estate)
    {
        StageWords stages = new(estate);
        Node? protections = estate.ChangeFacts?.Root["spec.environments"] is { Exists: true } known ? known : null;
        ImmutableArray<Workflow> workflows = [.. estate.Surroundings.Workflows.Select(document => new Workflow(document, stages))];
        foreach (Workflow workflow in workflows)
        {
            workflow.Others = workflows;
        }

        return
            from workflow in workflows
            from job in workflow.Jobs
            select new WorkflowJob(stages.EnvironmentOf(job), job, workflow, protections);
    }
}
