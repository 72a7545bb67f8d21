using System.Diagnostics;
using System.Text.RegularExpressions;
using PolicyGate.Tests;

namespace PolicyGate.Doctor.Tests;

/// <summary>The workflows of <c>docs/github</c>: blocks of YAML whose first line is a comment that names their file.</summary>
public sealed partial class PageTests
{
    private const string Gate = ".github/workflows/policygate.yml";
    private static readonly string Directory = Repository.At("docs", "github");

    public static TheoryData<string> Pages =>
        ["pull-requests.md", "forks.md", "merge-queue.md", "nightly-drift.md", "ghes.md", "monorepo.md"];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_doctor_finds_nothing(string page)
    {
        (string File, string Text)[] workflows = WorkflowsOf(page);
        workflows.ShouldNotBeEmpty();
        (string File, string Text)[] gate = workflows.Any(one => one.File == Gate) ? [] : WorkflowsOf("pull-requests.md");

        Examination examination = Examined.With([.. workflows, .. gate, ("CODEOWNERS", "* @platform\n")]);

        examination.Diagnoses.Select(one => $"{one.Location.File}:{one.Location.Span.StartLine} {one.Id} {one.Problem}").ShouldBeEmpty();
        examination.Gates.ShouldBe(workflows.Concat(gate).Select(one => one.File), ignoreOrder: true);
    }

    [ValidatorTheory]
    [MemberData(nameof(Pages))]
    public void GitHubs_validators_find_no_error(string page)
    {
        DirectoryInfo root = System.IO.Directory.CreateTempSubdirectory("policygate-pages-");
        try
        {
            foreach ((string file, string text) in WorkflowsOf(page))
            {
                string path = Path.Combine(root.FullName, file);
                System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, text);
            }

            ProcessStartInfo start = new("bash", [ValidatorTheoryAttribute.Script!, root.FullName]) { RedirectStandardOutput = true, RedirectStandardError = true };
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd() + errors.Result;
            process.WaitForExit();
            process.ExitCode.ShouldBe(0, output);
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private static (string File, string Text)[] WorkflowsOf(string page) =>
    [
        .. Block().Matches(File.ReadAllText(Path.Combine(Directory, page)).ReplaceLineEndings("\n"))
            .Select(block => (block.Groups["file"].Value, block.Groups["text"].Value)),
    ];

    [GeneratedRegex(@"^```yaml\n(?<text># (?<file>\.github/workflows/[a-z-]+\.yml)\n.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
