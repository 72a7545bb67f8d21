using PolicyGate.Fixing.Layouts;
using PolicyGate.Fixing.Text;
using PolicyGate.Fixing.Writing;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Fixing.Edits;

/// <summary>A place that is to change, with what it takes to write there as the text around it is written.</summary>
internal sealed record EditContext(Layout Layout, Target Target, BlockWriter Block, FlowWriter Flow)
{
    public SourceText Text => Layout.Text;

    public static EditContext At(Layout layout, Document document, Target target) =>
        new(layout, target, WritingStyle.BlockFor(document, target.Path),
            WritingStyle.FlowFor(layout, target.Path, document.File));

    /// <summary>Lines after the line on which a character stands.</summary>
    public string LinesAfter(int offset, IEnumerable<string> lines)
    {
        string lineBreak = Text.LineBreakAt(offset);
        return string.Concat(lines.Select(line => lineBreak + line));
    }

    /// <summary>Whether a part of a flow collection starts a line of its own.</summary>
    public bool StartsLine(Slot collection, Slot part)
    {
        int line = Text.LineStart(part.Start);
        return line > Layout.ContentStart(collection) && Text.IsBlank(line, part.Start);
    }

    /// <summary>The flow writer for a place in a collection: on several lines if that is JSON spread over lines.</summary>
    public FlowWriter FlowIn(Slot collection, Slot part)
    {
        if (!Flow.Quoted || !StartsLine(collection, part))
        {
            return Flow;
        }

        string indent = Text.Slice(Text.LineStart(part.Start), part.Start).ToString();
        int close = Layout.ContentEnd(collection) - 1;
        string outer = Text.Slice(Text.LineStart(close), close).ToString();
        string step = indent.StartsWith(outer, StringComparison.Ordinal) ? indent[outer.Length..] : "  ";
        return Flow with { Lines = new(Text.LineBreakAt(part.Start), indent, step) };
    }
}
