using PolicyGate.Texts;

namespace PolicyGate.Publish.Markdown;

/// <summary>What the page of a run shows.</summary>
public static class JobSummary
{
    /// <summary>
    /// "Job summaries are isolated between steps, and each step is restricted to a maximum size of 1MiB"
    /// (<see href="https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits">limits</see>).
    /// Over it, the upload fails and nothing is shown.
    /// </summary>
    public const int LimitBytes = 1024 * 1024;

    /// <summary>For what is said afterwards of how telling GitHub went.</summary>
    private const int NotesBytes = 16 * 1024;

    /// <summary>At the most this long when so many bytes are there already; empty when there is no room.</summary>
    public static string Of(Publication publication, long alreadyThere)
    {
        int room = (int)Math.Max(0, LimitBytes - NotesBytes - alreadyThere);
        if (room < NotesBytes)
        {
            return "";
        }

        BudgetedText text = BudgetedText.OfBytes(room);
        Sections sections = new(publication, text);
        sections.Heading();
        sections.Verdict();
        sections.Problems();
        sections.Foreign();
        sections.Table();
        sections.Clusters();
        sections.Unaffected();
        sections.ExpiringWaivers();
        sections.Findings();
        sections.Fixed();
        sections.Waived();
        sections.Apart();
        sections.Evidence();
        return text.ToString();
    }

    /// <summary>What GitHub was not told, and why; empty when there is nothing of the kind.</summary>
    public static string Notes(IReadOnlyCollection<string> notes)
    {
        BudgetedText text = BudgetedText.OfBytes(NotesBytes);
        if (notes.Count > 0)
        {
            text.Add("\n### What GitHub was not told\n\n");
            text.AddAll(notes, note => $"- not told: {MarkdownText.Line(note)}\n", "notes", rest: "the log has all");
        }

        return text.ToString();
    }
}
