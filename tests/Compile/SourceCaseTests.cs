using PolicyGate.Model.Governance;
using PolicyGate.Tests;

namespace PolicyGate.Compile.Tests;

/// <summary>
/// Each script of <c>cases</c> is compiled as a policy would be, and refused on exactly the lines that say so:
/// <c>//~ PG0201 part of the message</c>. One without marks is accepted. A script that does not end in a policy gets
/// such an end.
/// </summary>
public sealed class SourceCaseTests
{
    private const string Mark = "//~ ";

    private const string End = """

        return new Policy<Container>
        {
            Title = "Case", Severity = Low, Controls = [], Remediation = "",
            Subjects = estate => estate.Containers, Evaluate = container => Pass(container.Node),
        };
        """;

    private static readonly string Cases = Repository.At("tests", "Compile", "cases");

    /// <summary>All at once, as policies are, which also shows that none of them disturbs another.</summary>
    private static readonly Lazy<CompiledPolicies> Compiled = new(() => PolicyCompiler.Compile(Found().Select(Source)));

    public static TheoryData<string> Names => [.. Found()];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_script_is_refused_where_it_says(string name)
    {
        PolicySource source = Source(name);
        PolicyDiagnostic[] found = Compiled.Value.Diagnostics.GetValueOrDefault(source.Id) ?? [];

        string[] lines = source.Text.Split('\n');
        IEnumerable<string> unexpected = found.Where(one => Expectation(lines[one.Line - 1]) is null).Select(one => $"unexpected: {one}");
        IEnumerable<string> missing = lines.Index()
            .Where(line => Expectation(line.Item) is { } expected && !found.Any(one => one.Line == line.Index + 1 && Fits(one, expected)))
            .Select(line => $"missing: {name}.csx({line.Index + 1}): {Expectation(line.Item)}; there is {string.Join("; ", found.Where(one => one.Line == line.Index + 1))}");

        unexpected.Concat(missing).ShouldBeEmpty();
    }

    private static IEnumerable<string> Found() =>
        Directory.GetFiles(Cases, "*.csx").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    private static bool Fits(PolicyDiagnostic found, string expected) =>
        expected.Split(' ', 2) is [var code, .. var part] && found.Code == code && part.All(one => found.Message.Contains(one, StringComparison.Ordinal));

    private static string? Expectation(string line) => line.Split(Mark) is [_, var mark] ? mark.Trim() : null;

    private static PolicySource Source(string name)
    {
        string text = File.ReadAllText(Path.Combine(Cases, $"{name}.csx")).ReplaceLineEndings("\n");
        return new($"cases/{name}", $"{name}.csx", text.Contains("return new Policy<", StringComparison.Ordinal) ? text : text + End);
    }
}
