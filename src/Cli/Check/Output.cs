using PolicyGate.Report;

namespace PolicyGate.Cli.Check;

/// <summary>A report that was asked for: <c>FORMAT</c> on standard output, or <c>FORMAT=FILE</c>.</summary>
internal sealed record Output(IReport Report, string? File)
{
    public static Output Parse(string text)
    {
        string[] parts = text.Split('=', 2);
        IReport report = Reports.Find(parts[0])
            ?? throw new UsageException(
                $"there is no format '{parts[0]}'; there are: {string.Join(", ", Reports.All.Select(one => one.Format))}");
        return parts.Length == 2 && parts[1].Length == 0
            ? throw new UsageException($"--output {text} names no file; write {parts[0]} alone for standard output")
            : new(report, parts.ElementAtOrDefault(1));
    }
}
