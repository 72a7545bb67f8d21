namespace PolicyGate.Model.Nodes;

/// <summary>
/// A span as readers of annotations want it: nothing before the first line or column, not empty, and a last line that
/// holds some of it, where a span may end at the start of the line after. The end column is exclusive; null means the
/// end of the last line.
/// </summary>
public readonly record struct PlainRegion(int StartLine, int StartColumn, int EndLine, int? EndColumn)
{
    public static PlainRegion Of(Span span)
    {
        int startLine = Math.Max(1, span.StartLine);
        int startColumn = Math.Max(1, span.StartColumn);
        if (span.EndLine <= startLine)
        {
            return new(startLine, startColumn, startLine, span.EndColumn > startColumn ? span.EndColumn : null);
        }

        return span.EndColumn > 1
            ? new(startLine, startColumn, span.EndLine, span.EndColumn)
            : new(startLine, startColumn, span.EndLine - 1, null);
    }
}
