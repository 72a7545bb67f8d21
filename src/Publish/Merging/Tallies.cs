using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Publish.Received;

namespace PolicyGate.Publish.Merging;

/// <summary>Adds up what reports count.</summary>
internal static class Tallies
{
    public static ImmutableArray<EnvironmentSummary> OfEnvironments(ImmutableArray<ShardParts> parts) =>
    [
        .. parts.SelectMany(part => part.Environments)
            .GroupBy(environment => (environment.Name, environment.Descriptor))
            .Select(same => new EnvironmentSummary(same.Key.Name, same.Key.Descriptor, Union.Sum(same.Select(one => one.Resources))))
            .OrderBy(environment => environment.Name, StringComparer.Ordinal)
            .ThenBy(environment => environment.Descriptor, StringComparer.Ordinal),
    ];

    public static ImmutableArray<PolicyTally> OfPolicies(ImmutableArray<ShardParts> parts) =>
    [
        .. parts.SelectMany(part => part.Policies)
            .GroupBy(policy => policy.Counts.Id, StringComparer.Ordinal)
            .Select(same => OfPolicy([.. same]))
            .OrderBy(policy => policy.Counts.Id, StringComparer.Ordinal),
    ];

    public static ImmutableDictionary<string, int> OfSummary(
        ImmutableArray<ShardParts> parts,
        ImmutableArray<EnvironmentSummary> environments,
        ImmutableArray<PolicyTally> policies,
        ImmutableArray<FindingEntry> findings,
        ImmutableArray<Entry> filesSetAside) =>
        ShardReader.Counts
            .ToImmutableDictionary(name => name, name => Union.Sum(parts.Select(part => part.Summary[name])))
            .SetItem("environments", environments.Length)
            .SetItem("policies", policies.Length)
            .SetItem("vacuousPolicies", policies.Count(policy => policy.Counts.Judged == 0))
            .SetItem("findings", findings.Length)
            .SetItem("filesSetAside", filesSetAside.Length);

    /// <summary>What held in all runs, and what one of them lacked. Runs without foreign policies needed none.</summary>
    public static IsolationSummary? OfIsolation(ImmutableArray<ShardParts> parts)
    {
        ImmutableArray<IsolationSummary> held = [.. parts.Select(part => part.Isolation).OfType<IsolationSummary>()];
        return held.IsEmpty
            ? null
            : new(
                [.. held[0].Applied.Where(measure => held.All(one => one.Applied.Contains(measure)))],
                [.. held.SelectMany(one => one.Missing).Distinct()]);
    }

    public static MergedComparison? OfComparison(ImmutableArray<Shard> shards)
    {
        ImmutableArray<ReceivedComparison> all = [.. shards.Select(shard => shard.Report.Comparison).OfType<ReceivedComparison>()];
        return all.IsEmpty
            ? null
            : new(
                string.Join(", ", all.Select(comparison => comparison.Revision).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)),
                Union.Sum(all.Select(comparison => comparison.Introduced)),
                Union.Sum(all.Select(comparison => comparison.Unchanged)),
                Union.OfFindings(shards.Select(shard => shard.Parts!.Fixed)),
                [.. all.SelectMany(comparison => comparison.Unaffected).Distinct(StringComparer.Ordinal)]);
    }

    public static ImmutableArray<ReceivedFamily> OfFamilies(ImmutableArray<Shard> shards) =>
    [
        .. shards.SelectMany(shard => shard.Report.Families)
            .GroupBy(family => (family.Environment, family.Family))
            .Select(same => OfFamily([.. same]))
            .OrderBy(family => family.Environment, StringComparer.Ordinal)
            .ThenBy(family => family.Family, StringComparer.Ordinal),
    ];

    private static PolicyTally OfPolicy(ImmutableArray<PolicyTally> same) => new(
        same[0].Title,
        same.Max(policy => policy.Severity),
        [.. same.SelectMany(policy => policy.Controls).Distinct(StringComparer.Ordinal)],
        new(
            same[0].Counts.Id,
            Union.Sum(same.Select(policy => policy.Counts.Pass)),
            Union.Sum(same.Select(policy => policy.Counts.Fail)),
            Union.Sum(same.Select(policy => policy.Counts.Waived)),
            Union.Sum(same.Select(policy => policy.Counts.Error)),
            Union.Sum(same.Select(policy => policy.Counts.NotApplicable))));

    private static ReceivedFamily OfFamily(ImmutableArray<ReceivedFamily> same) => new(
        same[0].Environment,
        same[0].Family,
        Union.Sum(same.Select(family => family.Judged)),
        Union.Sum(same.Select(family => family.Passed)),
        Union.Sum(same.Select(family => family.Findings)),
        Union.Sum(same.Select(family => family.Waived)));
}
