using PolicyGate.Fixing.Layouts;
using PolicyGate.Fixing.Text;
using PolicyGate.Fixing.Writing;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Fixing.Edits;

/// <summary>A place that is to change, with what it takes to write there as the text around it is written.</summary>
internal sealed record EditContext(Layout Layout, Target Target, BlockWriter Block, FlowWriter Flow)
{
    public SourceText Text => Layout.Text;

    public static EditContext At(Layout layout, Document document, Target target) =>
        new(layout, target, WritingStyle.BlockFor(document, target.Path),
            WritingStyle.FlowFor(layout, target.Path, document.File));

    /// <summary>The lines of a value, to be put after the line on which a character stands.</summary>
    public string LinesAfter(int offset, IEnumerable<string> lines, FixValue value)
    {
        string lineBreak = Text.LineBreakAt(offset);
        bool isUnfinished = Text.LineEnd(offset) == Text.Length && BlockWriter.EndsInLineBreak(value);
        return string.Concat(lines.Select(line => lineBreak + line)) + (isUnfinished ? lineBreak : "");
    }

    /// <summary>Whether a part of a flow collection starts a line of its own.</summary>
    public bool StartsLine(Slot collection, Slot part)
    {
        int line = Text.LineStart(part.Start);
        return line > Layout.ContentStart(collection) && Text.IsBlank(line, part.Start);
    }

    /// <summary>The flow writer for a place in a collection; where JSON has a line for each entry, so has it.</summary>
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
