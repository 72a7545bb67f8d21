using PolicyGate.Model;

namespace PolicyGate.Report.Text;

/// <summary>
/// What a program says beside its reports, which ends up in the same log: names of files and texts of manifests in it
/// act on no screen, and no line is a command to a build server.
/// </summary>
public static class LogLines
{
    /// <summary>Writes a text of one or more lines.</summary>
    public static void Write(TextWriter output, string text)
    {
        GuardedLines lines = new(output);
        foreach (string line in text.Split('\n'))
        {
            lines.Write(VisibleText.Line(line));
        }
    }
}
