using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;
using PolicyGate.Texts;

namespace PolicyGate.Report.Sarif;

/// <summary>A finding with the place at which GitHub is to show it; it refuses results that have none.</summary>
internal sealed record PlacedFinding(Finding Finding, Location Place);

/// <summary>Which findings become results, and what has to be said of the others.</summary>
internal sealed record SarifSelection(
    ImmutableArray<PlacedFinding> Shown, ImmutableArray<(string Level, string Text)> Notices)
{
    private const string Truncated = "report/truncated";

    public static SarifSelection Of(Assessment assessment)
    {
        ILookup<bool, (Finding Finding, Location? Place)> byPlace = Ranking.WorstFirst(assessment.Findings)
            .Select(finding => (Finding: finding, Place: Place(finding, assessment)))
            .ToLookup(pair => pair.Place is not null);
        ImmutableArray<PlacedFinding> placed =
            [.. byPlace[true].Select(pair => new PlacedFinding(pair.Finding, pair.Place!))];
        IEnumerable<(string, string)> placeless = byPlace[false].Select(pair =>
            (SarifResult.Level(pair.Finding), $"{pair.Finding.Policy}: {pair.Finding.Message}"));
        if (placed.Length <= SarifLimits.ResultsPerRun)
        {
            return new SarifSelection(placed, [.. placeless]);
        }

        int kept = SarifLimits.ResultsPerRun - 1;
        string text = $"{Words.Number(kept)} of {Words.Number(placed.Length)} findings are in this file, the worst "
            + "first, because GitHub keeps no more; the JSON report has all of them.";
        return new SarifSelection(
            [.. placed.Take(kept), TruncationNote(text, placed[kept].Place)], [("warning", text), .. placeless]);
    }

    /// <summary>Where it is, else where its environment is declared, else the first file of the run.</summary>
    private static Location? Place(Finding finding, Assessment assessment)
    {
        if (finding.Location.File.Length > 0)
        {
            return finding.Location;
        }

        string file = assessment.Environments
            .Where(environment => environment.Name == finding.Environment)
            .Select(environment => environment.Descriptor)
            .Concat(assessment.Files.Select(account => account.File))
            .FirstOrDefault(candidate => candidate.Length > 0, "");
        return file.Length > 0 ? new Location(file, finding.Location.Path, Span.Start) : null;
    }

    private static PlacedFinding TruncationNote(string text, Location place) => new(
        new Finding
        {
            Policy = Truncated,
            Severity = Severity.Low,
            Verdict = Outcome.Fail,
            Message = text,
            Environment = "",
            Location = place,
            Fingerprint = Truncated,
            Remediation = "Read the JSON report, or mend what is shown and run again.",
        },
        place);
}
