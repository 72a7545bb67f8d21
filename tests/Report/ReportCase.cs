using PolicyGate.Model.Assessments;

namespace PolicyGate.Report.Tests;

/// <summary>A folder under <c>cases</c>: an assessment, the files it speaks of, and each report of it.</summary>
internal sealed class ReportCase(string name)
{
    private static readonly string Root = Path.Combine(Repository(), "tests", "Report", "cases");

    private readonly string folder = Path.Combine(Root, name);

    public static IEnumerable<string> Names =>
        Directory.GetDirectories(Root).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    public Assessment Assessment => AssessmentFile.Read(Path.Combine(folder, "assessment.json"));

    public ReportContext Context => new()
    {
        Source = new FolderLines(Path.Combine(folder, "files")),
        ToolVersion = "1.2.3",
        AllVerdicts = true,
        Width = 100,
    };

    public string Expected(string format) => Path.Combine(folder, format switch
    {
        "console" => "expected.console.txt",
        "github" => "expected.github.txt",
        "junit" => "expected.junit.xml",
        "markdown" => "expected.md",
        _ => $"expected.{format}",
    });

    /// <summary>The directory of the solution, above where the tests run.</summary>
    public static string Repository()
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "PolicyGate.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new DirectoryNotFoundException("PolicyGate.sln is not above the tests");
    }

    private sealed class FolderLines(string root) : ISourceLines
    {
        public string? Line(string file, int line)
        {
            string path = Path.Combine(root, file);
            return file.Length > 0 && File.Exists(path) ? File.ReadLines(path).ElementAtOrDefault(line - 1) : null;
        }
    }
}
