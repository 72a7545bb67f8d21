using PolicyGate.Model.Governance;

namespace PolicyGate.Compile.Source;

/// <summary>Refusals of a text, at the line and column of an offset, before there is a syntax tree to ask.</summary>
internal static class SourceLocation
{
    public static PolicyDiagnostic Refuse(PolicySource source, int offset, string code, string message)
    {
        ReadOnlySpan<char> before = source.Text.AsSpan(0, Math.Min(offset, source.Text.Length));
        int line = before.Count('\n') + 1;
        int column = before.Length - (before.LastIndexOf('\n') + 1) + 1;
        return new(source.File, line, column, code, message);
    }
}
