using PolicyGate.Model.Estates;
using PolicyGate.Model.Kubernetes;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Tests.Kubernetes;

/// <summary>How many pods there are, which of them may go, and what keeps them apart.</summary>
public sealed class AvailabilityModelTests
{
    [Fact]
    public void Replicas_autoscalers_and_budgets_find_each_other()
    {
        Estate estate = CaseEstate.Read("availability");

        CaseEstate.Lines(estate.Resources.Where(one => one.IsReplicated).Select(Workload).Concat(estate.DisruptionBudgets.Select(Budget)))
            .ShouldBe(CaseEstate.Expected("availability"));
    }

    [Fact]
    public void Only_what_selects_the_pods_keeps_them_apart()
    {
        PodSpread spread = Manifests.Estate("""
            apiVersion: apps/v1
            kind: Deployment
            metadata: { name: odoo }
            spec:
              template:
                metadata: { labels: { app: odoo } }
                spec:
                  topologySpreadConstraints:
                    - { topologyKey: zone, labelSelector: { matchLabels: { app: odoo } } }
                    - { topologyKey: all, labelSelector: {} }
                    - { topologyKey: unselected }
                    - { topologyKey: others, labelSelector: { matchLabels: { app: redis } } }
                  affinity:
                    podAntiAffinity:
                      requiredDuringSchedulingIgnoredDuringExecution:
                        - { topologyKey: host, labelSelector: { matchExpressions: [{ key: app, operator: Exists }] } }
                        - { topologyKey: others, labelSelector: { matchLabels: { app: redis } } }
                      preferredDuringSchedulingIgnoredDuringExecution:
                        - { weight: 1, podAffinityTerm: { topologyKey: rack, labelSelector: { matchLabels: { app: odoo } } } }
            """).Pods.Single().Spread;

        spread.Constraints.Select(rule => rule["topologyKey"].Text).ShouldBe(["zone", "all"]);
        spread.AntiAffinity.Select(rule => rule["topologyKey"].Text).ShouldBe(["host", "rack"]);
    }

    /// <summary>What is written, how much of how many pods it is, rounded up and rounded down.</summary>
    [Theory]
    [InlineData("2", 5, 2, 2)]
    [InlineData("\"2\"", 5, 2, 2)]
    [InlineData("25%", 5, 2, 1)]
    [InlineData("100%", 3, 3, 3)]
    [InlineData("0%", 3, 0, 0)]
    [InlineData("2147483647%", long.MaxValue, long.MaxValue, long.MaxValue)]
    public void A_share_of_pods_is_a_number_or_a_percentage(string written, long pods, long up, long down)
    {
        CountOrPercent share = CountOrPercent.Of(Value(written)).ShouldNotBeNull();

        share.RoundedUp(pods).ShouldBe(up);
        share.RoundedDown(pods).ShouldBe(down);
    }

    [Theory]
    [InlineData("most")]
    [InlineData("-1")]
    [InlineData("'%'")]
    [InlineData("")]
    public void Anything_else_is_no_share(string written) => CountOrPercent.Of(Value(written)).ShouldBeNull();

    /// <summary>The image and what else the container says, and when its image is pulled.</summary>
    [Theory]
    [InlineData("image: odoo", "Always")]
    [InlineData("image: odoo:latest", "Always")]
    [InlineData("image: odoo:17.0", "IfNotPresent")]
    [InlineData("image: registry.example.com:5000/odoo", "Always")]
    [InlineData("image: odoo@sha256:12", "IfNotPresent")]
    [InlineData("image: odoo:latest, imagePullPolicy: Never", "Never")]
    public void The_tag_decides_when_an_image_is_pulled_unless_the_container_does(string container, string policy) =>
        Manifests.Estate($"apiVersion: v1\nkind: Pod\nmetadata: {{ name: odoo }}\nspec: {{ containers: [{{ {container} }}] }}")
            .Containers.Single().PullPolicy.ShouldBe(policy);

    /// <summary>A kind, what its pod says, and whether its pods end.</summary>
    [Theory]
    [InlineData("Job", "", true)]
    [InlineData("Pod", "restartPolicy: Never,", true)]
    [InlineData("Pod", "restartPolicy: OnFailure,", true)]
    [InlineData("Pod", "restartPolicy: Always,", false)]
    [InlineData("Deployment", "", false)]
    public void Pods_of_jobs_and_those_that_are_not_restarted_end(string kind, string pod, bool ends)
    {
        string spec = $"{{ {pod} containers: [{{ name: odoo }}] }}";
        string whole = kind == "Pod" ? spec : $"{{ template: {{ spec: {spec} }} }}";

        Manifests.Estate($"apiVersion: v1\nkind: {kind}\nmetadata: {{ name: odoo }}\nspec: {whole}")
            .Pods.Single().RunsToCompletion.ShouldBe(ends);
    }

    private static Node Value(string written) =>
        Manifests.Estate($"apiVersion: v1\nkind: ConfigMap\nvalue: {written}").Resources.Single()["value"];

    private static string Workload(Resource workload) => string.Join(
        " | ",
        workload.Description,
        workload.LeastReplicas is { } least ? FormattableString.Invariant($"{least} at least") : "not said",
        workload.MayRunSeveral ? "several" : "one",
        workload.Autoscaler is { } autoscaler ? $"{autoscaler.Resource.Kind}{CaseEstate.Line(autoscaler.TargetReference)}" : "no autoscaler");

    private static string Budget(DisruptionBudget budget) => string.Join(
        " | ",
        budget.Description,
        string.Join(", ", budget.Workloads.Select(workload => workload.Description)) is { Length: > 0 } covered ? covered : "nothing",
        FormattableString.Invariant($"{budget.AllowedOf(2)?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?"} of 2"),
        FormattableString.Invariant($"{budget.AllowedOf(5)?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?"} of 5"));
}
