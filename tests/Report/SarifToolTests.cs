using System.Diagnostics;
using System.Text.Json;
using PolicyGate.Model.Assessments;

namespace PolicyGate.Report.Tests;

/// <summary>Microsoft's SARIF multitool, with GitHub's rules, finds no error.</summary>
public class SarifToolTests
{
    [SarifToolFact]
    public void Each_case_is_valid() =>
        Validate([.. ReportCase.Names.Select(name => new ReportCase(name).Assessment)]);

    [SarifToolFact]
    public void Hostile_text_is_valid()
    {
        Assessment[] each = [.. HostileText.All.Select(Sample.Holding)];
        Validate(
        [
            each[0] with
            {
                Findings = [.. each.SelectMany(one => one.Findings)],
                Policies = [.. each.SelectMany(one => one.Policies)],
            },
        ]);
    }

    [SarifToolFact]
    public void A_truncated_report_is_valid() =>
        Validate([Sample.Of(Enumerable.Repeat(Sample.Finding(Severity.Low), 6_000))]);

    private static void Validate(IReadOnlyList<Assessment> assessments)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("policygate-sarif-");
        try
        {
            foreach ((int number, Assessment assessment) in assessments.Index())
            {
                string file = Path.Combine(folder.FullName, $"{number}.sarif");
                File.WriteAllText(file, Rendering.Render("sarif", assessment));
            }

            Errors(folder.FullName).ShouldBeEmpty();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string[] Errors(string folder)
    {
        string output = Path.Combine(folder, "validation.json");
        ProcessStartInfo start = new(SarifToolFactAttribute.Tool!)
        {
            ArgumentList =
            {
                "validate", Path.Combine(folder, "*.sarif"),
                "--rule-kind", "Sarif;Ghas", "--level", "Error", "-o", output,
            },
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        using JsonDocument log = JsonDocument.Parse(File.ReadAllText(output));
        JsonElement results = log.RootElement.GetProperty("runs")[0].GetProperty("results");
        return [.. results.EnumerateArray().Select(result => result.ToString())];
    }
}
