using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Yaml;

/// <summary>Lines and columns of a text, counted as YAML does: a line ends with LF, CR LF or CR.</summary>
internal static class TextPlaces
{
    /// <summary>The place after a text's last character.</summary>
    public static Span EndOf(ReadOnlySpan<char> text)
    {
        int line = 1 + text.Count('\n') + text.Count('\r') - text.Count("\r\n");
        int column = text.Length - text.LastIndexOfAny('\n', '\r');
        return new(line, column, line, column);
    }
}
