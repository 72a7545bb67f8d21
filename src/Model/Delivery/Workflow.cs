using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Delivery;

/// <summary>A GitHub workflow, as far as it deploys.</summary>
internal sealed partial class Workflow(Document document, StageWords stages)
{
    private const RegexOptions Careful = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking;

    public StageWords Stages => stages;

    public string Name => document.File;

    public IEnumerable<Node> Jobs => document.Root["jobs"].Fields;

    /// <summary>All workflows of the repository.</summary>
    public ImmutableArray<Workflow> Others { private get; set; } = [];

    public bool Deploys => Jobs.Any(job => Deploying(job) || CallsDeploying(job));

    /// <summary>A job with an environment deploys to it by GitHub's own word. What a job starts itself and throws away is no deployment.</summary>
    public bool Deploying(Node job) =>
        !job["steps"].Items.Any(StartsCluster)
        && (job["environment"].Exists
            || (job["uses"].Text is { Length: > 0 } called && !called.StartsWith('.') && Deployer().IsMatch(called.Split('@')[0]))
            || job["steps"].Items.Any(step => DeployingLines(step).Any() || IsDeployer(step["uses"].Text)));

    public DeploymentStage StageOf(Node job)
    {
        DeploymentStage own = stages.Of([.. OwnWords(job)], [.. job["steps"].Items.Select(step => step["run"].Text)]);
        return own != DeploymentStage.Unsaid ? own : stages.Of([document.Root["name"].Text, FileName, .. document.Root["env"].Fields.Select(field => field.Text)], []);
    }

    private string FileName => document.File[(document.File.LastIndexOf('/') + 1)..];

    private bool CallsDeploying(Node job) =>
        job["uses"].Text is ['.', '/', .. var file] && Others.FirstOrDefault(other => other.Name == file) is { } called && called != this && called.Jobs.Any(called.Deploying);

    /// <summary>What says to where it deploys: names, settings, and the lines that do it.</summary>
    private static IEnumerable<string> OwnWords(Node job) =>
    [
        job.Name,
        job["name"].Text,
        job["environment"].Text,
        job["environment.name"].Text,
        .. Settings(job["env"]),
        .. Settings(job["with"]),
        .. job["steps"].Items.SelectMany(step => DeployingLines(step).Concat(Settings(step["with"])).Concat(Settings(step["env"])).Append(step["name"].Text)),
    ];

    private static IEnumerable<string> Settings(Node map) =>
        map.Fields.Where(field => !BuildMode().IsMatch(field.Name)).Select(field => field.Text);

    private static IEnumerable<string> DeployingLines(Node step) =>
        step["run"].Text.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n')
            .Where(line => DeployingCommand().IsMatch(line) && !Harmless().IsMatch(line));

    private static bool StartsCluster(Node step) => ThrowawayAction().IsMatch(step["uses"].Text) || ThrowawayCommand().IsMatch(step["run"].Text);

    private static bool IsDeployer(string uses) => uses.Split('@')[0] is { Length: > 0 } action && Deployer().IsMatch(action) && !NoDeployer().IsMatch(action);

    [GeneratedRegex(
        @"\b(kubectl|oc)\s([^|;&]*\s)?(apply|create|replace|patch|set|scale|rollout|run|edit|delete)\b"
        + @"|\bhelm\s([^|;&]*\s)?(upgrade|install|rollback|uninstall)\b"
        + @"|\bhelmfile\s([^|;&]*\s)?(apply|sync|destroy)\b|\bhelmwave\s+up\b|\bkapp\s([^|;&]*\s)?deploy\b"
        + @"|\bargocd\s([^|;&]*\s)?app\s+(sync|set|create|rollback|patch)\b|\bflux\s+(reconcile|create|bootstrap|resume)\b"
        + @"|\b(terraform|tofu|terragrunt)\s([^|;&]*\s)?apply\b|\bpulumi\s+up\b|\bansible-playbook\b|\bskaffold\s+(run|deploy)\b|\bwerf\s+converge\b"
        + @"|\b(cdk|sam|serverless|gcloud|az|docker stack|fly|flyctl)\s([^|;&]*\s)?deploy\b|\baws\s+ecs\s+update-service\b"
        + @"|\b(make|just|task|npm run|yarn|pnpm|invoke|rake|fab)\s+\S*deploy\S*"
        + @"|(^|[\s;&|(])\S*(deploy|rollout|promote)\S*\.(sh|bash|py|ps1|rb)\b|(^|[\s;&|(])\S*/(deploy|rollout|promote)(\s|$)",
        Careful)]
    private static partial Regex DeployingCommand();

    /// <summary>It only looks, only writes a file, or sets up a tool.</summary>
    [GeneratedRegex(@"--dry-run|\bplugin\s+install\b|\bdiff\b|^\s*#|^\s*echo\b|rollout\s+(status|history)|\b(kubectl|oc)\s+config\b", Careful)]
    private static partial Regex Harmless();

    [GeneratedRegex(@"deploy|kubectl|helm|kustomize|argocd|argo-cd|k8s-set|kubernetes-action|kubernetes-set", Careful)]
    private static partial Regex Deployer();

    [GeneratedRegex(@"setup-|-setup|install|lint|chart-testing|chart-releas|releaser|kubeval|kubeconform|validat|template|deploy-pages|gh-pages|github-pages|scan|score|docs|kustomize", Careful)]
    private static partial Regex NoDeployer();

    [GeneratedRegex(@"kind-action|setup-kind|k3d|k3s|minikube|microk8s", Careful)]
    private static partial Regex ThrowawayAction();

    [GeneratedRegex(@"\bkind\s+create\s+cluster|\bminikube\s+start|\bk3d\s+cluster\s+create|\bk3s\s+server", Careful)]
    private static partial Regex ThrowawayCommand();

    /// <summary>How a program is built, not where it runs.</summary>
    [GeneratedRegex(@"^(NODE|RAILS|RACK|BABEL|MIX|APP|BUILD|HUGO|JEKYLL|ASPNETCORE|DOTNET)_ENV(IRONMENT)?$", Careful)]
    private static partial Regex BuildMode();
}
