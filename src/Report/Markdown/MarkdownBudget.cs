using System.Text;

namespace PolicyGate.Report.Markdown;

/// <summary>
/// Text of limited length. What is ours and short is always added, out of a reserve; what comes in lists is added
/// while there is room, an item whole or not at all.
/// </summary>
internal sealed class MarkdownBudget(int limit)
{
    /// <summary>For headings, the lines that say what is missing, and closing tags.</summary>
    private const int Reserve = 4_096;

    private readonly StringBuilder text = new();

    /// <summary>Adds a line or two of ours.</summary>
    public void Add(string ours) => text.Append(ours);

    /// <summary>Adds items while they fit.</summary>
    /// <returns>How many fitted.</returns>
    public int AddAll(IEnumerable<string> items, int atMost)
    {
        int end = Math.Min(text.Length + atMost, limit - Reserve);
        int added = 0;
        foreach (string item in items)
        {
            if (text.Length + item.Length > end)
            {
                break;
            }

            text.Append(item);
            added++;
        }

        return added;
    }

    public override string ToString() => text.ToString();
}
