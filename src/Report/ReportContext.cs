namespace PolicyGate.Report;

/// <summary>What a report needs besides the assessment.</summary>
public sealed record ReportContext
{
    /// <summary>The text that findings point at.</summary>
    public required ISourceLines Source { get; init; }

    /// <summary>The program's version, as it names itself in reports.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>The commit that was judged, as whoever called said; null when nobody did.</summary>
    public string? Commit { get; init; }

    /// <summary>ANSI colours; only for a terminal.</summary>
    public bool Colour { get; init; }

    /// <summary>Every verdict with its evidence goes into the JSON report, passes too.</summary>
    public bool AllVerdicts { get; init; }

    /// <summary>How many columns a quoted line may fill.</summary>
    public int Width { get; init; } = 120;
}

/// <summary>The lines of the files that were read.</summary>
public interface ISourceLines
{
    /// <summary>A line without its line break, or null when the file or the line is not there.</summary>
    /// <param name="file">Relative to the repository root, with forward slashes.</param>
    /// <param name="line">1-based.</param>
    string? Line(string file, int line);
}
