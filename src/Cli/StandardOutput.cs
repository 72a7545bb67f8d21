using System.Text;
using System.Text.Json;
using PolicyGate.Report.Json;
using PolicyGate.Texts;

namespace PolicyGate.Cli;

/// <summary>What commands say that write no report: lines, or JSON, of which nothing acts on a screen or a build server.</summary>
internal static class StandardOutput
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>One line, whatever is in the text.</summary>
    public static void Write(string line = "") => LogLines.Write(Console.Out, line);

    /// <summary>The lines of a text that its author may break, such as a file, each behind the same margin.</summary>
    public static void WriteLines(string margin, string text)
    {
        foreach (string line in text.TrimEnd().ReplaceLineEndings("\n").Split('\n'))
        {
            Write(margin + line);
        }
    }

    public static void WriteJson(Action<Utf8JsonWriter> write)
    {
        using StreamWriter writer = new(Console.OpenStandardOutput(), Utf8);
        using JsonOutput json = new(writer);
        write(json.Json);
    }
}
