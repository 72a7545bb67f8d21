using PolicyGate.Model;

namespace PolicyGate.Texts;

/// <summary>
/// What a program says beside its reports, which ends up in the same log: names of files and texts of manifests in it
/// act on no screen, and no line is a command to a build server.
/// </summary>
public static class LogLines
{
    /// <summary>Writes one line. A line break in it is shown as an escape: text from outside makes no line of its own.</summary>
    public static void Write(TextWriter output, string line) => new GuardedLines(output).Write(VisibleText.Line(line));
}
