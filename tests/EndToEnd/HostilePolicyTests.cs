using System.Collections.Immutable;
using System.Globalization;

namespace PolicyGate.Tests;

/// <summary>Policies that must not be run: an error at the line, naming what is refused.</summary>
public sealed class HostilePolicyRefusalTests
{
    public static TheoryData<string> Batches => HostileBatch.Names(expectation => expectation == "refused");

    [Theory]
    [MemberData(nameof(Batches))]
    public void Is_refused_before_it_runs(string batch) => HostileBatch.Check(batch, HostileSurroundings.Plain);
}

/// <summary>Policies that use up what there is, crash, or throw: an error with their name, and all others judged.</summary>
public sealed class HostilePolicyStopTests
{
    public static TheoryData<string> Batches =>
        HostileBatch.Names(expectation => expectation.Contains("stopped", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Batches))]
    public void Ends_with_a_report(string batch) => HostileBatch.Check(batch, HostileSurroundings.Plain);
}

/// <summary>Policies that may be judged: then the same whatever is around them, and their texts are only texts.</summary>
public sealed class HostilePolicyJudgementTests
{
    public static TheoryData<string> Batches =>
        HostileBatch.Names(expectation => expectation is "judged" or "refused or judged");

    [Theory]
    [MemberData(nameof(Batches))]
    public void Does_nothing_by_being_judged(string batch) => HostileBatch.Check(batch, HostileSurroundings.Plain);

    [Theory]
    [MemberData(nameof(Batches))]
    public void Is_judged_the_same_elsewhere(string batch) => HostileBatch.Compare(batch);
}

/// <summary>
/// Scripts of one family and one expectation that share a run, because starting the program costs more than a policy.
/// <c>HOSTILE_ONLY</c> takes only scripts whose id contains it, <c>HOSTILE_ALONE</c> gives each a run of its own.
/// </summary>
internal static class HostileBatch
{
    private const int MostRefused = 40;
    private const int MostStopped = 8;

    private static readonly ImmutableSortedDictionary<string, ImmutableArray<HostileScript>> All = Batches();

    public static TheoryData<string> Names(Func<string, bool> isWanted) =>
        [.. All.Where(batch => isWanted(batch.Value[0].Expectation)).Select(batch => batch.Key)];

    public static void Check(string name, HostileSurroundings surroundings) =>
        HostileRun.Problems(All[name], surroundings).ShouldBeEmpty();

    public static void Compare(string name)
    {
        ImmutableDictionary<string, string> here = HostileRun.Reports(All[name], HostileSurroundings.Plain);
        ImmutableDictionary<string, string> elsewhere = HostileRun.Reports(All[name], HostileSurroundings.Other);
        here.SelectMany(text => Differences(text.Key, text.Value, elsewhere[text.Key])).ShouldBeEmpty();
    }

    /// <summary>The first line that differs.</summary>
    private static IEnumerable<string> Differences(string format, string here, string elsewhere) =>
        here.Split('\n').Zip(elsewhere.Split('\n'))
            .Where(lines => lines.First != lines.Second)
            .Take(1)
            .Select(lines => $"{format}: '{lines.First}' is elsewhere '{lines.Second}'")
            .Concat(here.Length == elsewhere.Length ? [] : [$"{format}: of another length"]);

    private static ImmutableSortedDictionary<string, ImmutableArray<HostileScript>> Batches()
    {
        string only = Environment.GetEnvironmentVariable("HOSTILE_ONLY") ?? "";
        bool isAlone = Environment.GetEnvironmentVariable("HOSTILE_ALONE") is not null;
        return HostileScript.All
            .Where(script => script.CanBeNamed && script.Id.Contains(only, StringComparison.Ordinal))
            .GroupBy(script => (script.Family, script.Expectation))
            .SelectMany(group => isAlone ? group.Select(script => ImmutableArray.Create(script)) : group.Chunk(Size(group.Key.Expectation)).Select(chunk => chunk.ToImmutableArray()))
            .GroupBy(batch => $"{batch[0].Family}: {batch[0].Expectation}")
            .SelectMany(group => group.Select((batch, index) => (Name: NameOf(group.Key, batch, index), batch)))
            .ToImmutableSortedDictionary(one => one.Name, one => one.batch, StringComparer.Ordinal);
    }

    private static int Size(string expectation) =>
        expectation.Contains("stopped", StringComparison.Ordinal) ? MostStopped : MostRefused;

    private static string NameOf(string group, ImmutableArray<HostileScript> batch, int index) => batch.Length == 1
        ? $"{group}: {batch[0].Id}"
        : string.Create(CultureInfo.InvariantCulture, $"{group}: {index + 1}");
}
