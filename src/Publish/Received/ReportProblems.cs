using System.Collections.Immutable;
using System.Globalization;

namespace PolicyGate.Publish.Received;

/// <summary>What is wrong with a report; of many, the first and how many there are.</summary>
internal sealed class ReportProblems
{
    private readonly List<string> first = [];

    public int Count { get; private set; }

    public void Add(string problem)
    {
        Count++;
        if (Count <= ReceivedLimits.Problems)
        {
            first.Add(problem);
        }
    }

    public ImmutableArray<string> Told => Count <= ReceivedLimits.Problems
        ? [.. first]
        : [.. first, $"and {(Count - ReceivedLimits.Problems).ToString(CultureInfo.InvariantCulture)} more"];
}
