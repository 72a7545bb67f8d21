using System.Collections.Immutable;
using PolicyGate.Report.Console;
using PolicyGate.Report.GitHub;
using PolicyGate.Report.Json;
using PolicyGate.Report.JUnit;
using PolicyGate.Report.Markdown;
using PolicyGate.Report.Sarif;

namespace PolicyGate.Report;

/// <summary>The formats that can be asked for. A test checks that none was forgotten here.</summary>
public static class Reports
{
    /// <summary>Every format, in the order in which help names them.</summary>
    public static ImmutableArray<IReport> All { get; } =
    [
        new ConsoleReport(),
        new JsonReport(),
        new SarifReport(),
        new JUnitReport(),
        new MarkdownReport(),
        new WorkflowCommandReport(),
    ];

    /// <summary>The format of that name, or null when there is none.</summary>
    public static IReport? Find(string format) =>
        All.FirstOrDefault(report => string.Equals(report.Format, format, StringComparison.Ordinal));
}
