using System.Text;
using PolicyGate.Texts;

namespace PolicyGate.Publish.Markdown;

/// <summary>
/// Text of limited size. What is ours and short is always added, out of a reserve; items of lists are added while there
/// is room, each whole or not at all.
/// </summary>
internal sealed class BudgetedText(int limit, Func<string, int> measure)
{
    /// <summary>For headings, for the lines that say what is missing, and for closing tags.</summary>
    private const int Reserve = 4_096;

    private readonly StringBuilder text = new();
    private int size;

    /// <summary>Counted as GitHub counts comments: in characters.</summary>
    public static BudgetedText OfCharacters(int limit) => new(limit, text => text.Length);

    public static BudgetedText OfBytes(int limit) => new(limit, Encoding.UTF8.GetByteCount);

    /// <summary>Adds a line or two of ours.</summary>
    public void Add(string ours)
    {
        text.Append(ours);
        size += measure(ours);
    }

    /// <summary>Adds items while they fit, and after them how many did not.</summary>
    /// <param name="items">Of which each becomes whole lines.</param>
    /// <param name="write">How; asked only while there is room.</param>
    /// <param name="what">What they are, in the plural.</param>
    /// <param name="most">How many at most, however much room there is.</param>
    /// <param name="share">The part of the whole that they may take, from 0 to 1.</param>
    /// <param name="rest">Where the others can be read.</param>
    public void AddAll<T>(
        IReadOnlyCollection<T> items,
        Func<T, string> write,
        string what,
        int most = int.MaxValue,
        double share = 1,
        string rest = "the JSON report has all")
    {
        int end = Math.Min(size + (int)(limit * share), limit - Reserve);
        int added = 0;
        foreach (string item in items.Take(most).Select(write))
        {
            int itemSize = measure(item);
            if (size + itemSize > end)
            {
                break;
            }

            text.Append(item);
            size += itemSize;
            added++;
        }

        if (added < items.Count)
        {
            Add($"\n**{Words.Number(added)} of {Words.Number(items.Count)} {what} shown; {rest}.**\n");
        }
    }

    public override string ToString() => text.ToString();
}
