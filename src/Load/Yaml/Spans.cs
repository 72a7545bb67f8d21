using PolicyGate.Model.Nodes;
using YamlDotNet.Core;
using Events = YamlDotNet.Core.Events;

namespace PolicyGate.Load.Yaml;

/// <summary>Makes spans of the parser's marks.</summary>
internal static class Spans
{
    public static Span At(in Mark mark) => Between(mark, mark);

    public static Span Between(in Mark start, in Mark end) =>
        new((int)start.Line, (int)start.Column, (int)end.Line, (int)end.Column);

    /// <summary>
    /// The span of a block collection. It ends with its last value: the parser notices only at the next token, blank
    /// lines and comments later.
    /// </summary>
    public static Span UpTo(in Mark start, Span last) =>
        new((int)start.Line, (int)start.Column, last.EndLine, last.EndColumn);

    /// <summary>The span of a literal or folded scalar, up to the end of its last line that is not blank.</summary>
    public static Span OfBlockScalar(string text, Events.Scalar scalar)
    {
        int start = (int)scalar.Start.Index;
        int end = Math.Min((int)scalar.End.Index, text.Length);
        int line = (int)scalar.End.Line;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
            line -= IsLineEnd(text, end) ? 1 : 0;
        }

        int column = end - text.AsSpan(0, end).LastIndexOfAny('\n', '\r');
        return new((int)scalar.Start.Line, (int)scalar.Start.Column, line, column);
    }

    private static bool IsLineEnd(string text, int index) => text[index] switch
    {
        '\n' or '\u0085' or '\u2028' or '\u2029' => true,
        '\r' => index + 1 == text.Length || text[index + 1] != '\n',
        _ => false,
    };
}
