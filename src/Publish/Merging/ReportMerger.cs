using System.Collections.Immutable;
using PolicyGate.Model.Assessments;

namespace PolicyGate.Publish.Merging;

/// <summary>Makes one report of those of several runs.</summary>
public static class ReportMerger
{
    /// <summary>Never fails for what is in the files: what cannot be used is a finding, and the gate inconclusive.</summary>
    /// <param name="files">The reports; their order does not matter.</param>
    /// <param name="shards">How many there must be; null when that is not known.</param>
    /// <param name="toolVersion">Of this program, for a report that no other version stands in.</param>
    public static MergedReport Merge(IEnumerable<ReportFile> files, int? shards, string toolVersion)
    {
        ImmutableArray<Shard> all = [.. files.OrderBy(file => file.Name, StringComparer.Ordinal).Select(ShardReader.Read)];
        ImmutableArray<MergeFinding> suspicions = [.. Suspicions.Of(all, shards)];
        ImmutableArray<Shard> used = [.. all.Where(shard => shard.Parts is not null).DistinctBy(shard => shard.Parts!.Digest)];
        return new(Contents(used, suspicions, toolVersion))
        {
            Problems = [.. suspicions.Select(suspicion => suspicion.Message)],
            Reports = used.Length,
            Clusters = [.. used.SelectMany(shard => shard.Report.Clusters)],
        };
    }

    private static MergedContent Contents(ImmutableArray<Shard> used, ImmutableArray<MergeFinding> suspicions, string toolVersion)
    {
        ImmutableArray<ShardParts> parts = [.. used.Select(shard => shard.Parts!)];
        ImmutableArray<FindingEntry> findings = Union.OfFindings(
            [.. parts.Select(part => part.Findings), [.. suspicions.Select(suspicion => suspicion.ToEntry())]]);
        ImmutableArray<PolicyTally> policies = Tallies.OfPolicies(parts);
        ImmutableArray<EnvironmentSummary> environments = Tallies.OfEnvironments(parts);
        ImmutableArray<Entry> filesSetAside = Union.OfEntries(parts.Select(part => part.FilesSetAside));
        bool haveVerdicts = !parts.IsEmpty && parts.All(part => part.Verdicts is not null);
        return new()
        {
            Gate = suspicions.IsEmpty ? used.Max(shard => shard.Report.Gate) : Gate.Inconclusive,
            Now = used.Min(shard => shard.Report.Now),
            FailOn = used.Select(shard => shard.Report.FailOn).DefaultIfEmpty(Severity.Low).Min(),
            Profile = Agreed(parts.Select(part => part.Profile)) ?? "",
            ToolVersion = Agreed(parts.Select(part => part.ToolVersion)) ?? toolVersion,
            Commit = Agreed(used.Select(shard => shard.Report.Commit)) ?? "",
            Isolation = Tallies.OfIsolation(parts),
            Summary = Tallies.OfSummary(parts, environments, policies, findings, filesSetAside),
            Environments = environments,
            Policies = policies,
            Findings = findings,
            Comparison = Tallies.OfComparison(used),
            FilesSetAside = filesSetAside,
            Families = haveVerdicts ? Tallies.OfFamilies(used) : null,
            Verdicts = haveVerdicts ? [.. parts.SelectMany(part => part.Verdicts!.Value)] : null,
            Clusters = parts.Any(part => part.Clusters is not null)
                ? Union.OfEntries(parts.Select(part => part.Clusters).OfType<ImmutableArray<Entry>>())
                : null,
        };
    }

    /// <summary>Null when there is none, or they differ, which is a finding of its own.</summary>
    private static string? Agreed(IEnumerable<string> values) =>
        values.Distinct(StringComparer.Ordinal).Take(2).ToArray() is [var only] ? only : null;
}
