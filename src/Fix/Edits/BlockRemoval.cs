using System.Collections.Immutable;
using PolicyGate.Fixing.Layouts;
using PolicyGate.Fixing.Text;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Fixing.Edits;

/// <summary>
/// Takes a field or item with its whole lines out of a collection in block style. Comments on lines of their own stay,
/// above and below; one behind the value goes with it.
/// </summary>
internal static class BlockRemoval
{
    public static Attempt<Edit[]> Of(EditContext context, Slot collection, Slot part)
    {
        SourceText text = context.Text;
        string empty = collection.Value is Mapping ? "{}" : "[]";
        bool isAlone = collection.Count == 1;
        ReadOnlySpan<char> before = text.Slice(text.LineStart(part.Start), part.Start);
        if (!before.IsWhiteSpace())
        {
            return before.ContainsAnyExcept(" \t-")
                ? "the field shares its line with what stands before it"
                : isAlone
                    ? (Edit[])[new(part.Start, context.Layout.ContentEnd(part), empty)]
                    : OnDashLine(context, collection, part);
        }

        return (isAlone, collection.Kind) switch
        {
            (false, _) => (Edit[])[WholeLines(context, part)],
            (true, SlotKind.Root) => (Edit[])[new(part.Start, context.Layout.ContentEnd(part), empty)],
            _ => (Edit[])
                [Edit.Insert(context.Layout.PropertiesEnd(collection), $" {empty}"), WholeLines(context, part)],
        };
    }

    /// <summary>What follows moves up to the dash, or stays where it is when a comment stands between.</summary>
    private static Edit[] OnDashLine(EditContext context, Slot collection, Slot part)
    {
        SourceText text = context.Text;
        ImmutableArray<Slot> parts = context.Layout.PartsOf(collection);
        int lineEnd = context.Layout.LineEndAfter(part);
        Slot? next = parts.FirstOrDefault(other => other.Start > part.Start);
        return next is not null && !text.MayHaveComment(lineEnd, next.Start)
            ? [Edit.Delete(part.Start, next.Start)]
            : [Edit.Delete(text.TrimEnd(part.Start, text.LineStart(part.Start)), lineEnd)];
    }

    private static Edit WholeLines(EditContext context, Slot part)
    {
        SourceText text = context.Text;
        int start = text.LineStart(part.Start);
        int end = context.Layout.LineEndAfter(part);
        bool isUnfinishedLastLine = end == text.Length && start > text.LineStart(0);
        return isUnfinishedLastLine
            ? Edit.Delete(text.LineEnd(text.LineStart(start - 1)), end)
            : Edit.Delete(start, text.NextLine(end));
    }
}
