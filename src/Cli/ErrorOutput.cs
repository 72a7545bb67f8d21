using PolicyGate.Texts;

namespace PolicyGate.Cli;

/// <summary>Says on standard error what is no part of a report.</summary>
internal static class ErrorOutput
{
    /// <summary>One line, whatever is in the text.</summary>
    public static void Write(string line) => LogLines.Write(Console.Error, line);
}
