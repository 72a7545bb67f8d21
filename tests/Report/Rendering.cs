using PolicyGate.Model.Assessments;

namespace PolicyGate.Report.Tests;

/// <summary>Reports as text.</summary>
internal static class Rendering
{
    public static string Render(string format, Assessment assessment, ReportContext? context = null)
    {
        using StringWriter output = new();
        Reports.Find(format).ShouldNotBeNull().Write(assessment, context ?? Plain, output);
        return output.ToString();
    }

    public static ReportContext Plain { get; } =
        new() { Source = new NoLines(), ToolVersion = "1.2.3", AllVerdicts = true };

    private sealed class NoLines : ISourceLines
    {
        public string? Line(string file, int line) => null;
    }
}
