using PolicyGate.Load.Files;
using PolicyGate.Report;

namespace PolicyGate.Cli.Check;

/// <summary>Reads the lines that reports quote, each file once.</summary>
internal sealed class SourceLines(string root) : ISourceLines
{
    private readonly Dictionary<string, string[]> files = new(StringComparer.Ordinal);

    public string? Line(string file, int line)
    {
        if (!files.TryGetValue(file, out string[]? lines))
        {
            files[file] = lines = SourceText.Read(root, file)?.ReplaceLineEndings("\n").Split('\n') ?? [];
        }

        return line >= 1 && line <= lines.Length ? lines[line - 1] : null;
    }
}
