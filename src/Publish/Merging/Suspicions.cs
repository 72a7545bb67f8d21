using System.Collections.Immutable;
using System.Globalization;
using PolicyGate.Texts;

namespace PolicyGate.Publish.Merging;

/// <summary>What makes reports no whole: one is missing or broken, or they are not of one run.</summary>
internal static class Suspicions
{
    /// <summary>
    /// How far the reports of one run are apart at most. Less than a day, so that last night's report, which a shard that
    /// died has left in place, does not count; enough for a night in which machines are scarce.
    /// </summary>
    private static readonly TimeSpan OneRun = TimeSpan.FromHours(12);

    /// <param name="shards">All that were named.</param>
    /// <param name="expected">How many there must be; null when nobody said.</param>
    public static IEnumerable<MergeFinding> Of(ImmutableArray<Shard> shards, int? expected) =>
    [
        .. shards.Where(shard => shard.Parts is null).Select(Broken),
        .. Counted(shards, expected),
        .. Twice(shards),
        .. Mixed(shards),
        .. Stale(shards),
        .. Blind(shards),
    ];

    private static MergeFinding Broken(Shard shard) => shard.IsThere
        ? new(
            "report/unreadable",
            $"the report '{shard.Name}' cannot be used: {string.Join("; ", shard.Report.Problems.Distinct())}",
            "Look at the run that wrote it, and at how the file came here; run it again with the same version of the program, then merge again.")
        : new(
            "report/shard-missing",
            $"there is no report '{shard.Name}': what it would say of its clusters is not known",
            "Look at the run that should have written it: it failed, ran out of time or never started. Run it again, then merge again.");

    private static IEnumerable<MergeFinding> Counted(ImmutableArray<Shard> shards, int? expected)
    {
        string names = shards.Length == 0 ? "none" : string.Join(", ", shards.Select(shard => $"'{shard.Name}'"));
        int least = expected ?? 1;
        if (shards.Length < least)
        {
            yield return new(
                "report/shard-missing",
                $"{Words.Number(shards.Length)} of {Words.Count(least, "report", "reports")} here: {names}",
                "Look at the runs whose reports are missing: they failed, ran out of time or never started. Run them again, then merge again.");
        }
        else if (shards.Length > expected)
        {
            yield return new(
                "report/mixed",
                $"{Words.Number(shards.Length)} reports are here for {Words.Number(expected.Value)} shards: {names}",
                "Remove the reports of earlier runs, or give --shards the number that the run was split by.");
        }
    }

    /// <summary>
    /// The same report under two names stands where another should. Reports that looked at no cluster at all may well be
    /// the same: those of shards for which no cluster was left.
    /// </summary>
    private static IEnumerable<MergeFinding> Twice(ImmutableArray<Shard> shards) =>
        from shard in shards
        where shard.Parts is { Clusters: not { Length: 0 } }
        group shard.Name by shard.Parts!.Digest into same
        where same.Count() > 1
        select new MergeFinding(
            "report/twice",
            $"one report is here under several names: {string.Join(", ", same.Select(name => $"'{name}'"))}",
            "Let each run write a file of its own name, such as one with its number; then run again and merge again.");

    private static IEnumerable<MergeFinding> Mixed(ImmutableArray<Shard> shards) =>
    [
        .. Mixed(shards, "headSha", shard => shard.Report.Commit, "Check out one commit in all runs, by its id and not by a branch."),
        .. Mixed(shards, "profile", shard => shard.Parts!.Profile, "Give all runs the same --profile."),
        .. Mixed(shards, "failOn", shard => shard.Report.FailOn.Name(), "Give all runs the same --fail-on."),
        .. Mixed(shards, "toolVersion", shard => shard.Parts!.ToolVersion, "Install one version in all runs."),
        .. Mixed(shards, "comparison.revision", shard => shard.Report.Comparison?.Revision ?? "", "Give all runs the same --baseline, by its id."),
    ];

    private static IEnumerable<MergeFinding> Mixed(
        ImmutableArray<Shard> shards, string field, Func<Shard, string> value, string remediation)
    {
        ILookup<string, string> names = shards.Where(shard => shard.Parts is not null).ToLookup(value, shard => shard.Name, StringComparer.Ordinal);
        if (names.Count > 1)
        {
            IEnumerable<string> values = names.OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => $"{(group.Key.Length > 0 ? $"'{group.Key}'" : "not said")} in {string.Join(", ", group.Select(name => $"'{name}'"))}");
            yield return new("report/mixed", $"the reports are not of one run: {field} is {string.Join("; ", values)}", remediation);
        }
    }

    /// <summary>A report that does not say of when it is may be of any night.</summary>
    private static IEnumerable<MergeFinding> Stale(ImmutableArray<Shard> shards)
    {
        DateTimeOffset? newest = shards.Max(shard => shard.Report.Now);
        return
            from shard in shards
            where shard.Parts is not null && newest is not null && !(newest - shard.Report.Now <= OneRun)
            select new MergeFinding(
                "report/stale",
                $"the report '{shard.Name}' is of {When(shard.Report.Now)}, the newest of {When(newest)}: it is of an earlier run",
                "Look at the run that should have replaced it, and clear the directory of reports before each run.");
    }

    private static string When(DateTimeOffset? instant) => instant is { } known
        ? known.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)
        : "nobody knows when";

    /// <summary>Where clusters were to be looked at, and a run looked at none.</summary>
    private static IEnumerable<MergeFinding> Blind(ImmutableArray<Shard> shards)
    {
        ImmutableArray<Shard> looked = [.. shards.Where(shard => shard.Parts?.Clusters is not null)];
        if (looked.IsEmpty)
        {
            yield break;
        }

        foreach (Shard shard in shards.Where(shard => shard.Parts is { Clusters: null }))
        {
            yield return new(
                "report/mixed",
                $"the report '{shard.Name}' names no cluster that it looked at, as others here do",
                "Merge reports of `drift` with such reports only, and run no more shards than there are clusters.");
        }

        if (looked.All(shard => shard.Report.Clusters.IsEmpty))
        {
            yield return new(
                "report/no-cluster",
                "no report has looked at a cluster",
                "Name the contexts of the clusters, with --context or in the descriptors.");
        }
    }
}
