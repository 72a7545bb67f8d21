using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PolicyGate.Load.Settings;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Tests.Settings;

/// <summary>What <c>docs/configuration.md</c> shows can be copied as it stands.</summary>
public sealed partial class ConfigurationDocumentTests
{
    private static readonly string Page = CaseFile.Text("docs/configuration.md");

    [Fact]
    public void Shows_an_example_of_every_kind_without_a_problem()
    {
        ImmutableArray<Document> examples =
        [
            .. Example().Matches(Page).SelectMany((example, index) =>
                CaseFile.Documents($"example-{index}.yaml", example.Groups[1].Value)),
        ];

        examples.Select(example => example.Root["kind"].Text).Distinct().Order().ShouldBe(
            ["Configuration", "Environment", "Framework", "Profile", "Waiver"]);
        SettingsReader.Read(Collected.From(examples), [BaseOfTheExample]).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Names_only_findings_that_exist()
    {
        IEnumerable<string> named = Finding().Matches(Page).Select(match => match.Groups[1].Value);
        IEnumerable<string> found = CaseFile.NamesIn("tests/Load/Settings/cases")
            .Select(name => CaseFile.Text($"tests/Load/Settings/cases/{name}"))
            .SelectMany(text => MarkedFinding().Matches(text).Select(match => match.Groups[1].Value));

        named.Order().ShouldBe(found.Distinct().Order());
    }

    private static Document BaseOfTheExample => CaseFile.Documents("default.yaml", """
        apiVersion: policygate.dev/v1
        kind: Profile
        metadata: { name: default }
        spec: {}
        """).Single();

    [GeneratedRegex("^```yaml\n(apiVersion.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex("^\\| `((?:load|waiver)/[a-z-]+)`", RegexOptions.Multiline)]
    private static partial Regex Finding();

    [GeneratedRegex("#~ ((?:load|waiver)/[a-z-]+)")]
    private static partial Regex MarkedFinding();
}
