using PolicyGate.Model;
using PolicyGate.Model.Assessments;
using PolicyGate.Texts;

namespace PolicyGate.Report.Console;

/// <summary>The report for people, at a terminal or in a build's log: findings by environment and file, then a summary.</summary>
public sealed class ConsoleReport : IReport
{
    public string Format => "console";

    public void Write(Assessment assessment, ReportContext context, TextWriter output)
    {
        Palette palette = new(context.Colour);
        GuardedLines lines = new(output);
        FindingLines findingLines = new(context, palette, lines);
        string shown = "";
        foreach (Finding finding in assessment.Findings
            .OrderBy(finding => finding.Environment, StringComparer.Ordinal)
            .ThenBy(finding => finding.Location))
        {
            string heading = Heading(finding.Environment, finding.Location.File);
            if (heading != shown)
            {
                lines.Write(palette.Bold(heading));
                lines.Write();
                shown = heading;
            }

            findingLines.Write(finding);
        }

        new SummaryLines(palette, lines).Write(assessment);
    }

    private static string Heading(string environment, string file)
    {
        string name = environment.Length > 0 ? VisibleText.Line(environment) : "(no environment)";
        return file.Length > 0 ? $"{name}: {VisibleText.Line(file)}" : name;
    }
}
