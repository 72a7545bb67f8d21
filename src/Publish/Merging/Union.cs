using System.Collections.Immutable;

namespace PolicyGate.Publish.Merging;

/// <summary>Joins lists of several reports.</summary>
internal static class Union
{
    /// <summary>
    /// All items of all lists in their order. What several lists have is there once; what one list has several times stays.
    /// </summary>
    public static ImmutableArray<T> Of<T>(IEnumerable<ImmutableArray<T>> lists, Func<T, string> identity)
    {
        Dictionary<string, int> taken = new(StringComparer.Ordinal);
        ImmutableArray<T>.Builder all = ImmutableArray.CreateBuilder<T>();
        foreach (ImmutableArray<T> list in lists)
        {
            Dictionary<string, int> met = new(StringComparer.Ordinal);
            foreach (T item in list)
            {
                string text = identity(item);
                int times = met[text] = met.GetValueOrDefault(text) + 1;
                if (times > taken.GetValueOrDefault(text))
                {
                    taken[text] = times;
                    all.Add(item);
                }
            }
        }

        return all.ToImmutable();
    }

    /// <summary>Findings in the order of a single run: by environment, place, policy and message.</summary>
    public static ImmutableArray<FindingEntry> OfFindings(IEnumerable<ImmutableArray<FindingEntry>> lists) =>
    [
        .. Of(lists, entry => entry.Text)
            .OrderBy(entry => entry.Finding.Environment, StringComparer.Ordinal)
            .ThenBy(entry => entry.Finding.Location)
            .ThenBy(entry => entry.Finding.Policy, StringComparer.Ordinal)
            .ThenBy(entry => entry.Finding.Message, StringComparer.Ordinal),
    ];

    public static ImmutableArray<Entry> OfEntries(IEnumerable<ImmutableArray<Entry>> lists) =>
        [.. Of(lists, entry => entry.Text).OrderBy(entry => entry.Key, StringComparer.Ordinal)];

    /// <summary>Counts are added; more than a report can hold is the most that it can.</summary>
    public static int Sum(IEnumerable<int> counts) => (int)Math.Min(int.MaxValue, counts.Sum(count => (long)count));
}
