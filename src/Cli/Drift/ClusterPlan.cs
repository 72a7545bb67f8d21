using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Live;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Cli.Drift;

/// <summary>Which environments are on which cluster.</summary>
/// <param name="Clusters">By the contexts' names, in their order.</param>
/// <param name="Homeless">Environments that nobody can look for.</param>
internal sealed record ClusterPlan(
    ImmutableArray<(string Context, ImmutableArray<Environment> Environments)> Clusters, ImmutableArray<Environment> Homeless)
{
    /// <param name="estate">What git wants.</param>
    /// <param name="wanted">Environments that were named; empty for all.</param>
    /// <param name="given">Contexts that were named; empty for those that environments declare.</param>
    public static ClusterPlan Make(Estate estate, ImmutableArray<string> wanted, ImmutableArray<string> given)
    {
        ImmutableArray<Environment> environments =
        [
            .. estate.Environments.Where(one => !one.Resources.IsEmpty && (wanted.IsEmpty || wanted.Contains(one.Name)))
        ];
        return given.IsEmpty ? Declared(environments) : Given(environments, given);
    }

    private static ClusterPlan Declared(ImmutableArray<Environment> environments) => new(
        [
            .. environments.Where(one => ContextOf(one).Length > 0)
                .GroupBy(ContextOf, StringComparer.Ordinal)
                .OrderBy(same => same.Key, StringComparer.Ordinal)
                .Select(same => (same.Key, same.ToImmutableArray()))
        ],
        [.. environments.Where(one => ContextOf(one).Length == 0)]);

    private static ClusterPlan Given(ImmutableArray<Environment> environments, ImmutableArray<string> given)
    {
        if (given.Length == 1 && !environments.Any(one => ContextOf(one) == given[0]))
        {
            return new([(given[0], OfOneCluster(environments, given[0]))], []);
        }

        // One cluster takes in what declares none; among several nobody knows.
        bool isOne = given.Length == 1;
        return new(
            [
                .. given.Order(StringComparer.Ordinal).Select(context =>
                    (context, environments.Where(one => ContextOf(one) == context || (isOne && ContextOf(one).Length == 0)).ToImmutableArray()))
            ],
            isOne ? [] : [.. environments.Where(one => ContextOf(one).Length == 0)]);
    }

    /// <summary>The cluster goes by another name here than in the descriptors, which is no doubt where they name but one.</summary>
    private static ImmutableArray<Environment> OfOneCluster(ImmutableArray<Environment> environments, string context)
    {
        string[] declared = [.. environments.Select(ContextOf).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)];
        return declared.Length <= 1
            ? environments
            : throw new UsageException(
                $"no environment declares the context '{context}', and they declare several ({string.Join(", ", declared.Order(StringComparer.Ordinal))}): "
                + "name those that are on this cluster with --environment");
    }

    /// <summary>What nobody can look for is said at its place.</summary>
    public IEnumerable<DriftFinding> Findings => Homeless.Select(environment => new DriftFinding
    {
        Id = DriftIds.Unknown,
        Severity = Severity.High,
        Outcome = Outcome.Error,
        Message = $"which cluster {environment.Description} is on is not declared, so that nobody could look",
        Environment = environment.Name,
        Location = environment.IsDeclared ? environment.Node["spec.cluster.context"].Location : environment.Resources[0].Node.Location,
        Remediation = environment.IsDeclared
            ? "Declare spec.cluster.context, or name one cluster with --context."
            : "Name these objects in an environment's sources, or exclude them; or name one cluster with --context.",
    });

    private static string ContextOf(Environment environment) => environment.Node["spec.cluster.context"].Text;
}
