using System.Collections.Immutable;
using PolicyGate.Cli.Check;
using PolicyGate.Cli.Setup;
using PolicyGate.Fixing;
using PolicyGate.Load.Cases;
using PolicyGate.Model.Assessments;

namespace PolicyGate.Cli.Cases;

/// <summary>
/// Makes the fixes that policies offer in their own cases, and has the mended cases judged again: a fix must mend what it is
/// offered for, bring nothing new, and leave nothing more to be fixed.
/// </summary>
internal static class FixProof
{
    /// <summary>The results, with a complaint in each case of which a fix does not hold what it promises.</summary>
    public static ImmutableArray<CaseResult> Add(ImmutableArray<CaseResult> results, RunPolicies policies, string root)
    {
        string directory = Directory.CreateTempSubdirectory("policygate-fixes-").FullName;
        try
        {
            ImmutableArray<MendedCase> mended =
            [
                .. results.Where(result => result.IsMet && result.Findings.Any(finding => finding.Fix is not null))
                    .Select((result, index) => Mend(result, root, Path.Combine(directory, FormattableString.Invariant($"{index}")))),
            ];
            return mended.IsEmpty ? results : [.. Complete(results, Judge(mended, policies, directory))];
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static MendedCase Mend(CaseResult result, string root, string directory)
    {
        IEnumerable<Fix> fixes = result.Findings.Select(finding => finding.Fix).OfType<Fix>();
        SourceFile source = FixRun.Open(root, result.File) ?? throw new UsageException($"{result.File} is not in UTF-8");
        FixedFile text = FixRenderer.RenderAll(fixes, source);
        string original = result.Case.Path;
        string path = Path.Combine(Directory.CreateDirectory(directory).FullName, Path.GetFileName(original));
        File.WriteAllText(path, text.Text);
        string parameters = PolicyCase.ParametersOf(original);
        if (File.Exists(parameters))
        {
            File.Copy(parameters, PolicyCase.ParametersOf(path));
        }

        return new(result, result.Case with { Path = path }, text.Refused);
    }

    private static Dictionary<CaseResult, ImmutableArray<string>> Judge(
        ImmutableArray<MendedCase> mended, RunPolicies policies, string directory)
    {
        using CaseRunner runner = new(policies, mended.Select(one => one.After), directory, isOutside: false);
        return mended.Zip(runner.Run()).ToDictionary(pair => pair.First.Before, pair => Complaints(pair.First, pair.Second));
    }

    private static ImmutableArray<string> Complaints(MendedCase mended, CaseResult after)
    {
        HashSet<string> known = [.. mended.Before.Findings.Where(finding => finding.Fix is null).Select(finding => finding.Message)];
        return
        [
            .. mended.Refused.Select(refused => $"the fix of {refused.Fix.Place} cannot be made: {refused.Reason}"),
            .. after.Actual == "error" ? after.Complaints.Select(complaint => $"once fixed: {complaint}") : [],
            .. after.Findings
                .Where(finding => finding.Fix is not null || !known.Contains(finding.Message))
                .Select(finding => $"once fixed, there is still: {finding.Message}"),
        ];
    }

    private static IEnumerable<CaseResult> Complete(ImmutableArray<CaseResult> results, Dictionary<CaseResult, ImmutableArray<string>> complaints) =>
        results.Select(result => complaints.TryGetValue(result, out ImmutableArray<string> more) ? result with { Complaints = more } : result);

    /// <summary>A case before and after its fixes.</summary>
    private sealed record MendedCase(CaseResult Before, CaseFile After, ImmutableArray<RefusedFix> Refused);
}
