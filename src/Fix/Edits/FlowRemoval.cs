using System.Collections.Immutable;
using PolicyGate.Fixing.Layouts;
using PolicyGate.Fixing.Text;

namespace PolicyGate.Fixing.Edits;

/// <summary>Takes a field or item with its comma out of a collection in flow style.</summary>
internal static class FlowRemoval
{
    public static Attempt<Edit[]> Of(EditContext context, Slot collection, Slot part)
    {
        SourceText text = context.Text;
        ImmutableArray<Slot> parts = context.Layout.PartsOf(collection);
        if (parts.Any(other => other.After < 0))
        {
            return "the mapping has a key without a colon";
        }

        if (collection.Count == 1)
        {
            return Emptied(context, collection);
        }

        int index = parts.IndexOf(part);
        int end = context.Layout.ContentEnd(part);
        int next = text.SkipBlank(end);
        int tail = text[next] == ',' ? next + 1 : end;
        if (index < parts.Length - 1)
        {
            return HasOwnLines(context, collection, part, tail)
                ? (Edit[])[Lines(text, part.Start, tail)]
                : (Edit[])[Edit.Delete(part.Start, parts[index + 1].Start)];
        }

        int previousEnd = context.Layout.ContentEnd(parts[index - 1]);
        int comma = text.SkipBlank(previousEnd);
        if (HasOwnLines(context, collection, part, tail))
        {
            return tail > end
                ? (Edit[])[Lines(text, part.Start, tail)]
                : (Edit[])[Edit.Delete(comma, comma + 1), Lines(text, part.Start, tail)];
        }

        return text.MayHaveComment(previousEnd, end)
            ? "a comment stands between it and what is before it"
            : (Edit[])[Edit.Delete(previousEnd, end)];
    }

    private static Attempt<Edit[]> Emptied(EditContext context, Slot collection)
    {
        int open = context.Layout.ContentStart(collection);
        int close = context.Layout.ContentEnd(collection) - 1;
        if (context.Text[open] is not ('{' or '['))
        {
            return "the mapping is written in a list without braces of its own";
        }

        return context.Text.MayHaveComment(open, close)
            ? "the comments around it would be lost"
            : (Edit[])[Edit.Delete(open + 1, close)];
    }

    private static bool HasOwnLines(EditContext context, Slot collection, Slot part, int tail) =>
        context.StartsLine(collection, part) && context.Text.EndsLine(tail);

    private static Edit Lines(SourceText text, int start, int end) =>
        Edit.Delete(text.LineStart(start), text.NextLine(end));
}
