using PolicyGate.Fixing;
using PolicyGate.Load;
using PolicyGate.Load.Files;
using PolicyGate.Load.Yaml;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Cli.Check;

/// <summary>Turns the fixes of findings into edits: to be shown, or to be made.</summary>
internal static class FixRun
{
    /// <summary>
    /// How many fixes are worked out to be shown. Each is proved by reading the edited file again, which a large estate
    /// with one finding to a container would pay for many thousand times, and nobody reads so many.
    /// </summary>
    private const int MostShown = 100;

    /// <summary>Characters that are read again for that: a second's work.</summary>
    private const int MostReadAgain = 4 * 1024 * 1024;

    /// <summary>The findings with the edits of their fixes, the worst first where there are many.</summary>
    public static Assessment WithEdits(Assessment assessment, string root)
    {
        Dictionary<string, SourceFile?> files = new(StringComparer.Ordinal);
        HashSet<string> shown = [.. Shown(assessment, root, files).Select(finding => finding.Fingerprint)];
        return assessment with
        {
            Findings =
            [
                .. assessment.Findings.Select(finding =>
                    shown.Contains(finding.Fingerprint) ? WithEdits(finding, root, files) : finding)
            ],
        };
    }

    private static IEnumerable<Finding> Shown(Assessment assessment, string root, Dictionary<string, SourceFile?> files)
    {
        int left = MostReadAgain;
        HashSet<string> met = FilesMet(assessment);
        foreach (Finding finding in assessment.Findings
            .Where(finding => finding.Fix is not null && met.Contains(finding.Fix.Place.File))
            .OrderByDescending(finding => (int)finding.Severity)
            .Take(MostShown))
        {
            left -= Open(finding.Fix!, root, files)?.Text.Length ?? 0;
            if (left < 0)
            {
                yield break;
            }

            yield return finding;
        }
    }

    /// <summary>Makes every fix of a standing finding that is safe, and says which are not.</summary>
    /// <returns>Whether a file was changed.</returns>
    public static bool Apply(Assessment assessment, string root)
    {
        IEnumerable<IGrouping<string, Fix>> byFile = assessment.Findings
            .Where(finding => finding is { IsWaived: false, Fix: not null })
            .Select(finding => finding.Fix!)
            .GroupBy(fix => fix.Place.File, StringComparer.Ordinal);
        HashSet<string> met = FilesMet(assessment);
        bool isChanged = false;
        foreach (IGrouping<string, Fix> fixes in byFile)
        {
            isChanged |= met.Contains(fixes.Key) ? Apply(fixes, root) : Refuse(fixes.Key);
        }

        return isChanged;
    }

    /// <summary>A policy may name any file in a fix; only those that it was to judge are read and changed for it.</summary>
    private static HashSet<string> FilesMet(Assessment assessment) =>
        [.. assessment.Files.Select(account => account.File)];

    private static bool Refuse(string file)
    {
        ErrorOutput.Write($"{file}: not changed, it is not among the files that were checked");
        return false;
    }

    private static bool Apply(IGrouping<string, Fix> fixes, string root)
    {
        if (Open(root, fixes.Key) is not { } source)
        {
            ErrorOutput.Write($"{fixes.Key}: not changed, it is not in UTF-8");
            return false;
        }

        FixedFile mended = FixRenderer.RenderAll(fixes, source);
        foreach (RefusedFix refused in mended.Refused)
        {
            ErrorOutput.Write($"{fixes.Key}: {refused.Fix.Place} not changed, {refused.Reason}");
        }

        if (mended.Text == source.Text)
        {
            return false;
        }

        SourceText.Write(root, fixes.Key, mended.Text);
        ErrorOutput.Write($"{fixes.Key}: {mended.Applied.Length} fixed");
        return true;
    }

    private static Finding WithEdits(Finding finding, string root, Dictionary<string, SourceFile?> files)
    {
        return Open(finding.Fix!, root, files) is { } source
            && FixRenderer.Render(finding.Fix!, source) is FixRendering.Edited edited
                ? finding with { Fix = finding.Fix! with { Edits = edited.Edits } }
                : finding;
    }

    private static SourceFile? Open(Fix fix, string root, Dictionary<string, SourceFile?> files)
    {
        string file = fix.Place.File;
        if (!files.TryGetValue(file, out SourceFile? source))
        {
            files[file] = source = Open(root, file);
        }

        return source;
    }

    /// <summary>A file to be mended; null when it is not in UTF-8.</summary>
    public static SourceFile? Open(string root, string file) =>
        SourceText.ReadForEditing(root, file) is { } text
            ? new(file, text, Documents(file, text.TrimStart('\uFEFF')), changed => Documents(file, changed))
            : null;

    private static IReadOnlyList<Document> Documents(string file, string text) =>
        YamlReader.Read(file, text, LoadLimits.Default).Documents;
}
