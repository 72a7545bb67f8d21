using System.Collections.Immutable;
using PolicyGate.Fixing.Layouts;
using PolicyGate.Fixing.Text;
using PolicyGate.Fixing.Writing;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Fixing.Edits;

/// <summary>Puts one more field or item at the end of a collection.</summary>
internal static class Insertion
{
    public static Attempt<Edit[]> OfField(EditContext context, Slot mapping, string key, FixValue value) =>
        IsEmpty(context, mapping)
            ? Replacement.Of(context, mapping, new FixValue.Map([new(key, value)]))
            : mapping.Value is Mapping { IsFlow: true }
                ? InFlow(context, mapping, writer => writer.Field(key, value))
                : InBlock(context, mapping, context.Block.Field(key, value), value);

    public static Attempt<Edit[]> OfItem(EditContext context, Slot list, FixValue value) =>
        IsEmpty(context, list)
            ? Replacement.Of(context, list, new FixValue.List([value]))
            : list.Value is Sequence { IsFlow: true }
                ? InFlow(context, list, writer => writer.Value(value, ScalarStyle.Plain))
                : InBlock(context, list, context.Block.Item(value), value);

    /// <summary>Braces or brackets around nothing, which are no choice of style but the only way to write it.</summary>
    private static bool IsEmpty(EditContext context, Slot collection) =>
        collection.Count == 0
        && context.Text.IsBlank(context.Layout.ContentStart(collection) + 1, context.Layout.ContentEnd(collection) - 1);

    private static Edit[] InBlock(
        EditContext context, Slot collection, ImmutableArray<string> lines, FixValue value)
    {
        int column = context.Text.ColumnOf(context.Layout.ContentStart(collection));
        int at = context.Layout.LineEndAfter(collection);
        return [Edit.Insert(at, context.LinesAfter(at, BlockWriter.Indented(lines, column), value))];
    }

    private static Attempt<Edit[]> InFlow(EditContext context, Slot collection, Func<FlowWriter, string> write)
    {
        SourceText text = context.Text;
        ImmutableArray<Slot> parts = context.Layout.PartsOf(collection);
        if (text[context.Layout.ContentStart(collection)] is not ('{' or '['))
        {
            return "the mapping is written in a list without braces of its own";
        }

        if (parts.Any(part => part.After < 0))
        {
            return "the mapping has a key without a colon";
        }

        if (parts.IsEmpty)
        {
            return (Edit[])[Edit.Insert(context.Layout.ContentEnd(collection) - 1, write(context.Flow) + " ")];
        }

        string written = write(context.FlowIn(collection, parts[^1]));
        return context.StartsLine(collection, parts[^1])
            ? OnNewLine(context, parts[^1], written)
            : OnSameLine(context, parts[^1], written);
    }

    private static Edit[] OnSameLine(EditContext context, Slot last, string written)
    {
        int end = context.Layout.ContentEnd(last);
        int next = context.Text.SkipBlank(end);
        return context.Text[next] == ','
            ? [Edit.Insert(next + 1, $" {written},")]
            : [Edit.Insert(end, context.Flow.Comma + written)];
    }

    private static Edit[] OnNewLine(EditContext context, Slot last, string written)
    {
        SourceText text = context.Text;
        int end = context.Layout.ContentEnd(last);
        int next = text.SkipBlank(end);
        bool hasComma = text[next] == ',';
        int tail = hasComma ? next + 1 : end;
        string indent = text.Slice(text.LineStart(last.Start), last.Start).ToString();
        string line = text.LineBreakAt(tail) + indent + written + (hasComma ? "," : "");
        return
        [
            Edit.Insert(tail, hasComma ? "" : ","),
            Edit.Insert(text.EndsLine(tail) ? text.LineEnd(tail) : tail, line),
        ];
    }
}
