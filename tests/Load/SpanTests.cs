using PolicyGate.Load.Yaml;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Tests;

/// <summary>
/// Where values are said to be: <c>cases/spans.yaml</c> beside <c>cases/spans.expected</c>, which lists every path with
/// the span of its value.
/// </summary>
public class SpanTests
{
    [Fact]
    public void Every_value_has_its_place()
    {
        string text = File.ReadAllText(Path.Combine(CaseFiles.Directory, "spans.yaml"));
        YamlFile file = YamlReader.Read("spans.yaml", text, LoadLimits.Default);
        file.Problems.ShouldBeEmpty();
        file.Documents.SelectMany(document => document.Root.Descendants).Select(Describe)
            .ShouldBe(File.ReadLines(Path.Combine(CaseFiles.Directory, "spans.expected")));
    }

    private static string Describe(Node node)
    {
        Span span = node.Value!.Span;
        string path = node.Path.Length > 0 ? node.Path : "document";
        return FormattableString.Invariant(
            $"{path} {span.StartLine}:{span.StartColumn}-{span.EndLine}:{span.EndColumn}");
    }
}
