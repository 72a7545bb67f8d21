using System.Globalization;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Tests;

/// <summary>
/// Each directory under <c>cases/estates</c> is a repository; its <c>expected.txt</c> lists the environments with their
/// objects, the problems, and what became of every file.
/// </summary>
public class EstateCases
{
    private static readonly string Root = Path.Combine(CaseFiles.Directory, "estates");

    public static TheoryData<string> Estates =>
        [.. Directory.EnumerateDirectories(Root).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Estates))]
    public void Everything_is_accounted_for(string estate)
    {
        string root = Path.Combine(Root, estate);
        Collection collection = Loader.Collect(new() { Root = root, Paths = ["."] });
        Describe(collection).ShouldBe(File.ReadLines(Path.Combine(root, "expected.txt")));
    }

    private static IEnumerable<string> Describe(Collection collection) =>
    [
        .. collection.Environments.SelectMany(Describe),
        .. collection.Problems.Select(Describe),
        .. collection.Files.Select(Describe),
    ];

    private static IEnumerable<string> Describe(EnvironmentContents environment) =>
    [
        $"environment {environment.Name}",
        .. environment.Manifests.Select(Describe),
    ];

    private static string Describe(Node manifest) =>
        $"  {manifest["kind"]} {manifest["metadata.name"]} in {manifest.Route.File}";

    private static string Describe(LoadProblem problem) => string.Create(
        CultureInfo.InvariantCulture,
        $"{problem.Id} {problem.Location.File}:{problem.Location.Span.StartLine}:{problem.Location.Span.StartColumn} {problem.Message}");

    private static string Describe(FileAccount file) => string.Create(
        CultureInfo.InvariantCulture,
        $"{file.File}: {file.Manifests} manifests, {file.Settings} settings, {file.SetAside} set aside ({file.Reason})");
}
