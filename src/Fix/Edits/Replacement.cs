using System.Collections.Immutable;
using PolicyGate.Fixing.Layouts;
using PolicyGate.Fixing.Text;
using PolicyGate.Fixing.Writing;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Fixing.Edits;

/// <summary>Puts another value into a place that holds one, leaving its anchor and the comments around it.</summary>
internal static class Replacement
{
    /// <summary>The edits, or why there are none.</summary>
    public static Attempt<Edit[]> Of(EditContext context, Slot slot, FixValue value)
    {
        if (context.Layout.IsTagged(slot))
        {
            return "the value has an explicit tag";
        }

        if (slot.Value is Scalar { Text: var old } && old.Contains("{{", StringComparison.Ordinal))
        {
            return "the value is written by a template";
        }

        Extent extent = Extent.Of(context.Layout, slot);
        if (slot.Count > 0 && extent.LosesComment(context.Text))
        {
            return "the value has comments inside, which would be lost";
        }

        return slot.InFlow ? InFlow(context, slot, extent, value) : InBlock(context, slot, extent, value);
    }

    private static Edit[] InFlow(EditContext context, Slot slot, Extent extent, FixValue value)
    {
        Slot? collection = context.Target.Path.Reverse().SkipWhile(place => place != slot).Skip(1).FirstOrDefault();
        FlowWriter writer = collection is null ? context.Flow : context.FlowIn(collection, slot);
        return [extent.Head(writer.Value(value, StyleFor(slot)))];
    }

    private static Edit[] InBlock(EditContext context, Slot slot, Extent extent, FixValue value)
    {
        BlockText written = slot.Kind == SlotKind.Item
            ? context.Block.BehindDash(value, StyleFor(slot))
            : context.Block.BehindKey(value, StyleFor(slot));
        ImmutableArray<string> lines = BlockWriter.Indented(written.Lines, context.Text.ColumnOf(slot.Start));
        return
        [
            extent.Head(written.Head),
            new(extent.BodyStart, extent.BodyEnd, context.LinesAfter(extent.BodyEnd, lines, value)),
        ];
    }

    /// <summary>The quotes that stood there, where they were the author's choice.</summary>
    private static ScalarStyle StyleFor(Slot slot) =>
        slot.Value is Scalar { Style: ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted } old
            ? old.Style
            : ScalarStyle.Plain;

    /// <summary>What a value covers: a head on the line of its key or dash, and a body on whole lines below.</summary>
    /// <param name="Properties">Where the key's colon, the dash, or the anchor ends.</param>
    /// <param name="HeadStart">Where the value starts, or its header if it is a block scalar.</param>
    /// <param name="HeadEnd">Where the value, or its header, ends.</param>
    /// <param name="BodyStart">The end of the line on which the head ends.</param>
    /// <param name="BodyEnd">The end of the value's last line.</param>
    private readonly record struct Extent(int Properties, int HeadStart, int HeadEnd, int BodyStart, int BodyEnd)
    {
        public static Extent Of(Layout layout, Slot slot)
        {
            SourceText text = layout.Text;
            int properties = layout.PropertiesEnd(slot);
            int start = layout.ContentStart(slot);
            if (!layout.IsAlias(slot) && slot.IsBlockScalar)
            {
                int header = text.EndOfName(start, inFlow: false);
                return new(properties, start, header, text.LineEnd(header), layout.LineEndAfter(slot));
            }

            bool isBelow = !layout.IsAlias(slot) && slot.IsBlockCollection
                && text.LineStart(start) > text.LineStart(properties);
            if (isBelow)
            {
                return new(properties, properties, properties, text.LineEnd(properties), layout.LineEndAfter(slot));
            }

            int end = layout.ContentEnd(slot);
            return new(properties, start, end, text.LineEnd(end), text.LineEnd(end));
        }

        public bool LosesComment(SourceText text) =>
            text.MayHaveComment(HeadStart, HeadEnd) || (BodyEnd > BodyStart && text.MayHaveComment(BodyStart, BodyEnd));

        /// <summary>The edit that puts other text in the head's place, behind a space.</summary>
        public Edit Head(string head)
        {
            bool standsAlone = HeadStart == Properties;
            return head.Length == 0
                ? Edit.Delete(Properties, HeadEnd)
                : new(HeadStart, HeadEnd, standsAlone && HeadStart == HeadEnd ? " " + head : head);
        }
    }
}
