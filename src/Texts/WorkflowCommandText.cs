using PolicyGate.Model;

namespace PolicyGate.Texts;

/// <summary>
/// Escapes for workflow commands, as the official toolkit does it
/// (<see href="https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts">command.ts</see>).
/// </summary>
public static class WorkflowCommandText
{
    /// <summary>The text after the last <c>::</c>. May hold line breaks.</summary>
    public static string Data(string text) => GuardedLines.BreakCommands(VisibleText.Block(text))
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    /// <summary>The value of a property such as <c>file=</c>. One line.</summary>
    public static string Property(string text) => Data(VisibleText.Line(text))
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
