using System.Collections.Immutable;
using PolicyGate.Fixing.Text;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Fixing.Layouts;

/// <summary>Finds where the parts of a document stand in its text.</summary>
internal sealed class Layout(SourceText text)
{
    // Found once: the end of a list is that of its last item, and the start of an item needs the end of the one before.
    private readonly Dictionary<Value, int> ends = new(ReferenceEqualityComparer.Instance);

    public SourceText Text { get; } = text;

    public Slot RootOf(Document document)
    {
        int start = Text.StartOf(document.Value.Span);
        return new(SlotKind.Root, document.Value, start, start, InFlow: IsFlow(document.Value));
    }

    /// <summary>Whether another place's value is used here.</summary>
    public bool IsAlias(Slot slot) => Text[Text.StartOf(slot.Value.Span)] == '*';

    public bool IsTagged(Slot slot) =>
        !IsAlias(slot) && Text.Slice(slot.After, PropertiesEnd(slot)).Trim() is { IsEmpty: false } properties
        && (properties[0] == '!' || properties.Contains(" !", StringComparison.Ordinal));

    /// <summary>Where the anchor and tag end; just after the colon or dash when there are none.</summary>
    public int PropertiesEnd(Slot slot)
    {
        int end = slot.After;
        int limit = slot.IsUnwritten ? Text.LineEnd(slot.After) : Text.EndOf(slot.Value.Span);
        while (Text.SkipBlank(end) is int next && next < limit && Text[next] is '&' or '!')
        {
            end = Text.EndOfName(next, slot.InFlow);
        }

        return end;
    }

    /// <summary>Where the value itself starts.</summary>
    public int ContentStart(Slot slot) =>
        slot.IsUnwritten && !IsAlias(slot) ? PropertiesEnd(slot) : Text.SkipBlank(PropertiesEnd(slot));

    /// <summary>Where the value ends, before trailing white space and comments.</summary>
    public int ContentEnd(Slot slot)
    {
        if (!ends.TryGetValue(slot.Value, out int end))
        {
            end = FindEnd(slot);
            ends.Add(slot.Value, end);
        }

        return end;
    }

    /// <summary>
    /// The end of the line on which a value ends; that of the last blank line, when blank lines are part of it because
    /// it ends in a scalar that keeps them (<c>|+</c>).
    /// </summary>
    public int LineEndAfter(Slot slot)
    {
        int end = Text.LineEnd(ContentEnd(slot));
        if (!KeepsBlankLines(slot.Value))
        {
            return end;
        }

        for (int next = Text.NextLine(end); next < Text.Length; next = Text.NextLine(next))
        {
            if (!Text.IsBlank(next, Text.LineEnd(next)))
            {
                break;
            }

            end = Text.LineEnd(next);
        }

        return end;
    }

    /// <summary>
    /// The fields and items that a collection writes itself, in the order of the text: not those of a merge key.
    /// </summary>
    public ImmutableArray<Slot> PartsOf(Slot collection) => collection.Value switch
    {
        Mapping mapping => FieldsOf(collection, mapping),
        Sequence sequence => ItemsOf(collection, sequence),
        _ => [],
    };

    /// <summary>The field, when the mapping writes it itself.</summary>
    public Slot? FieldOf(Slot mapping, Entry entry) =>
        PartsOf(mapping).FirstOrDefault(field => ReferenceEquals(field.Value, entry.Value));

    /// <summary>Whether a field stands elsewhere in the text, and is in the mapping by a merge key.</summary>
    public bool IsMerged(Slot place, Mapping mapping, string key) =>
        mapping.IndexOf(key) is int index and >= 0 && FieldOf(place, mapping.Entries[index]) is null;

    /// <summary>
    /// Whether a mapping holds a field that stands between its own, but not as <c>key: value</c>: behind a question
    /// mark, without a colon, or in a mapping that is merged where it is written.
    /// </summary>
    public bool IsWrittenOddly(Slot place, Mapping mapping, string key) =>
        mapping.IndexOf(key) is int index and >= 0
        && (FieldOf(place, mapping.Entries[index]) is { } field
            ? field.After < 0
            : Text.StartOf(mapping.Entries[index].Key.Span) >= ContentStart(place));

    private ImmutableArray<Slot> FieldsOf(Slot collection, Mapping mapping)
    {
        int first = ContentStart(collection);
        bool inFlow = collection.InFlow || mapping.IsFlow;
        return
        [
            .. mapping.Entries
                .Where(entry => IsOwn(entry))
                .Select(entry => new Slot(
                    SlotKind.Field, entry.Value, Text.StartOf(entry.Key.Span), AfterColon(entry.Key), inFlow))
                .OrderBy(field => field.Start),
        ];

        bool IsOwn(Entry entry)
        {
            int start = Text.StartOf(entry.Key.Span);
            return start >= first && (mapping.IsFlow || Text.ColumnOf(start) == Text.ColumnOf(first));
        }
    }

    private ImmutableArray<Slot> ItemsOf(Slot collection, Sequence sequence)
    {
        ImmutableArray<Slot>.Builder items = ImmutableArray.CreateBuilder<Slot>(sequence.Items.Length);
        bool inFlow = collection.InFlow || sequence.IsFlow;
        int at = ContentStart(collection) + (sequence.IsFlow ? 1 : 0);
        foreach (Value value in sequence.Items)
        {
            int start = Text.SkipBlank(at);
            start = sequence.IsFlow && Text[start] == ',' ? Text.SkipBlank(start + 1) : start;
            items.Add(new(SlotKind.Item, value, start, sequence.IsFlow ? start : start + 1, inFlow));
            at = ContentEnd(items[^1]);
        }

        return items.DrainToImmutable();
    }

    private int FindEnd(Slot slot)
    {
        int start = ContentStart(slot);
        if (IsAlias(slot))
        {
            return Text.EndOfName(start, slot.InFlow);
        }

        if (slot.IsUnwritten)
        {
            return start;
        }

        int end = Text.TrimEnd(Math.Max(start, Text.EndOf(slot.Value.Span)), start);
        return IsFlow(slot.Value) ? FlowEnd(slot, start, end) : Math.Max(end, LastPartEnd(slot, start));
    }

    /// <summary>Behind the closing bracket, which the spans of some readers leave out.</summary>
    private int FlowEnd(Slot slot, int start, int endOfSpan)
    {
        bool hasBrackets = Text[start] is '{' or '[';
        int last = LastPartEnd(slot, hasBrackets ? start + 1 : start);
        int next = Text.SkipBlank(last);
        next = Text[next] == ',' ? Text.SkipBlank(next + 1) : next;
        return !hasBrackets ? last : Text[next] is '}' or ']' ? next + 1 : endOfSpan;
    }

    private int LastPartEnd(Slot slot, int ifNone) => PartsOf(slot) is [.., var last] ? ContentEnd(last) : ifNone;

    private int AfterColon(Scalar key)
    {
        int colon = Text.SkipSpaces(Text.EndOf(key.Span));
        return Text[colon] == ':' ? colon + 1 : -1;
    }

    private static bool IsFlow(Value value) => value is Mapping { IsFlow: true } or Sequence { IsFlow: true };

    private static bool KeepsBlankLines(Value value) => value switch
    {
        Mapping { IsFlow: false, Entries: [.., var last] } => KeepsBlankLines(last.Value),
        Sequence { IsFlow: false, Items: [.., var last] } => KeepsBlankLines(last),
        Scalar { Style: ScalarStyle.Literal or ScalarStyle.Folded, Text: var text } =>
            text.EndsWith("\n\n", StringComparison.Ordinal) || text is "\n",
        _ => false,
    };
}
