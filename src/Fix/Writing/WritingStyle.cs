using System.Collections.Immutable;
using PolicyGate.Fixing.Layouts;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Fixing.Writing;

/// <summary>Makes writers that write as the document around a place does.</summary>
internal static class WritingStyle
{
    private const int UsualIndent = 2;
    private const int WidestIndent = 12;

    /// <summary>A writer with the indentation of the places nearest to a target, or else of its document.</summary>
    public static BlockWriter BlockFor(Document document, ImmutableArray<Slot> path)
    {
        List<Entry> nearestFirst = [];
        nearestFirst.AddRange(path.Reverse().SelectMany(slot => EntriesOf(slot.Value)));
        nearestFirst.AddRange(document.Root.Descendants.Take(10_000).SelectMany(node => EntriesOf(node.Value)));
        int indent = nearestFirst.Select(IndentOfFields).FirstOrDefault(columns => columns > 0, UsualIndent);
        int listIndent = nearestFirst.Select(IndentOfItems).FirstOrDefault(columns => columns >= 0, indent);
        return new(indent, listIndent);
    }

    /// <summary>A writer with the quotes and spaces of the collection that the value goes into.</summary>
    public static FlowWriter FlowFor(Layout layout, ImmutableArray<Slot> path, string file)
    {
        Slot? mapping = path.LastOrDefault(slot => slot.Value is Mapping { IsFlow: true, Entries.Length: > 0 });
        Entry? first = mapping is { Value: Mapping { Entries: [var entry, ..] } } ? entry : null;
        bool isJson = file.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
        bool quoted = isJson || first is { Key.Style: ScalarStyle.DoubleQuoted };
        bool compact = quoted && first is { } pair && layout.Text[layout.Text.EndOf(pair.Key.Span) + 1] is not ' ';
        bool padded = mapping is null ? !quoted : layout.Text[layout.ContentStart(mapping) + 1] is not '"' and ' ';
        return new(quoted, compact ? ":" : ": ", compact ? "," : ", ", padded ? " " : "");
    }

    private static ImmutableArray<Entry> EntriesOf(Value? value) =>
        value is Mapping { IsFlow: false } mapping ? mapping.Entries : [];

    private static int IndentOfFields(Entry entry) =>
        entry.Value is Mapping { IsFlow: false, Entries: [var first, ..] }
        && first.Key.Span.StartLine > entry.Key.Span.StartLine
            ? Plausible(first.Key.Span.StartColumn - entry.Key.Span.StartColumn)
            : -1;

    private static int IndentOfItems(Entry entry) =>
        entry.Value is Sequence { IsFlow: false } sequence && sequence.Span.StartLine > entry.Key.Span.StartLine
            ? Plausible(sequence.Span.StartColumn - entry.Key.Span.StartColumn)
            : -1;

    private static int Plausible(int columns) => columns <= WidestIndent ? columns : -1;
}
