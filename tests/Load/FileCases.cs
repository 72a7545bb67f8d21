using System.Globalization;
using System.Text.RegularExpressions;
using PolicyGate.Model.Assessments;

namespace PolicyGate.Load.Tests;

/// <summary>
/// Each file under <c>cases/files</c>, loaded alone. Where a comment can stand, <c>#~ id part of the message</c> marks
/// the line of a problem; beside other files stands <c>file.expected</c> with a line for each problem:
/// <c>line:column id [path] message</c>.
/// </summary>
public partial class FileCases
{
    private static readonly string Root = Path.Combine(CaseFiles.Directory, "files");

    public static TheoryData<string> Files =>
    [
        .. Directory.EnumerateFiles(Root)
            .Select(file => Path.GetFileName(file))
            .Where(file => !file.EndsWith(".expected", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void Problems_stand_where_they_are_marked(string file)
    {
        LoadProblem[] problems = [.. Loader.Collect(new() { Root = Root, Paths = [file] }).Problems];
        string listing = Path.Combine(Root, file + ".expected");
        if (File.Exists(listing))
        {
            problems.Select(Describe).ShouldBe(File.ReadLines(listing));
            return;
        }

        Mark[] marks = [.. MarksIn(Path.Combine(Root, file))];
        problems.Select(problem => (problem.Location.Span.StartLine, problem.Id))
            .ShouldBe(marks.Select(mark => (mark.Line, mark.Id)));
        foreach ((LoadProblem problem, Mark mark) in problems.Zip(marks))
        {
            problem.Message.ShouldContain(mark.Message, Case.Sensitive);
        }
    }

    private static string Describe(LoadProblem problem) => string.Create(
        CultureInfo.InvariantCulture,
        $"{problem.Location.Span.StartLine}:{problem.Location.Span.StartColumn} {problem.Id} [{problem.Location.Path}] {problem.Message}");

    private static IEnumerable<Mark> MarksIn(string file) => File.ReadLines(file)
        .Select((line, index) => (Match: MarkPattern().Match(line), Line: index + 1))
        .Where(found => found.Match.Success)
        .Select(found => new Mark(found.Line, found.Match.Groups["id"].Value, found.Match.Groups["message"].Value));

    [GeneratedRegex(@"#~ (?<id>\S+) ?(?<message>.*)$")]
    private static partial Regex MarkPattern();

    private sealed record Mark(int Line, string Id, string Message);
}
