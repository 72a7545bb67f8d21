using System.Collections.Immutable;
using System.Globalization;

namespace PolicyGate.Tests;

/// <summary>
/// Scripts of one family and one expectation that share a run, because starting the program costs more than a policy.
/// <c>HOSTILE_ONLY</c> takes only scripts whose id contains it, <c>HOSTILE_ALONE</c> gives each a run of its own.
/// </summary>
internal static class HostileBatch
{
    private const int MostRefused = 80;
    private const int MostStopped = 12;

    private static readonly ImmutableSortedDictionary<string, ImmutableArray<HostileScript>> All = Batches();

    public static TheoryData<string> Names(Func<string, bool> isWanted) =>
        [.. All.Where(batch => isWanted(batch.Value[0].Expectation)).Select(batch => batch.Key)];

    public static ImmutableArray<HostileScript> Scripts(string name) => All[name];

    private static ImmutableSortedDictionary<string, ImmutableArray<HostileScript>> Batches()
    {
        string only = Environment.GetEnvironmentVariable("HOSTILE_ONLY") ?? "";
        bool isAlone = Environment.GetEnvironmentVariable("HOSTILE_ALONE") is not null;
        return HostileScript.All
            .Where(script => script.CanBeNamed && script.Id.Contains(only, StringComparison.Ordinal))
            .GroupBy(script => (script.Family, script.Expectation))
            .SelectMany(group => group.Chunk(isAlone ? 1 : Size(group.Key.Expectation)).Select(chunk => chunk.ToImmutableArray()))
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
