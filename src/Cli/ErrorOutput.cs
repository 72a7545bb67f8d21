using PolicyGate.Report.Text;

namespace PolicyGate.Cli;

/// <summary>Says on standard error what is no part of a report.</summary>
internal static class ErrorOutput
{
    public static void Write(string text) => LogLines.Write(Console.Error, text);
}
