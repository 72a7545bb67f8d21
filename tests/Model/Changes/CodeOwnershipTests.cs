using PolicyGate.Load;
using PolicyGate.Load.Yaml;
using PolicyGate.Model.Changes;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Tests.Changes;

/// <summary>Who owns the files of production.</summary>
public sealed class CodeOwnershipTests
{
    [Theory]
    [InlineData("@octo/erp-cab", "erp-cab", true)]
    [InlineData("@octo/erp-cab", "@octo/erp-cab", true)]
    [InlineData("@octo/erp-cab", "@other/erp-cab", false)]
    [InlineData("@octo/ERP-CAB", "erp-cab", true)]
    [InlineData("@carol", "erp-cab", true)]
    [InlineData("@alice", "erp-cab", false)]
    [InlineData("@alice", "alice", true)]
    [InlineData("cab@hospital.example", "cab@hospital.example", true)]
    [InlineData("@octo/erp-cab-junior", "erp-cab", false)]
    public void Owners_are_compared_with_people_and_teams(string owner, string approver, bool expected)
    {
        CodeOwnership ownership = Of($"[{{ pattern: '*', owners: ['{owner}'] }}]");

        ownership.IsOwnedBy(ownership.Areas.Single(), [approver]).ShouldBe(expected);
    }

    [Fact]
    public void The_last_line_decides_for_each_path() =>
        Of("[{ pattern: '*', owners: ['@a'] }, { pattern: /erp/secrets/, owners: ['@b'] }]").Areas
            .Select(area => $"{string.Join(' ', area.Paths)}: {string.Join(' ', area.Owners)}")
            .ShouldBe(["erp/any.yaml: @a", "erp/secrets/any.yaml: @b"]);

    [Fact]
    public void What_no_line_matches_belongs_to_nobody()
    {
        OwnedArea area = Of("[{ pattern: /docs/, owners: ['@a'] }]").Areas.Single();

        area.Rule.ShouldBeNull();
        area.Owners.ShouldBeEmpty();
    }

    private static CodeOwnership Of(string rules)
    {
        Document descriptor = Read("facts.yaml", "metadata: { name: production }\nspec: { class: production, sources: [{ path: erp }] }\n");
        Document facts = Read("facts.yaml", $"spec: {{ teams: [{{ team: octo/erp-cab, members: [carol] }}], codeOwners: {{ file: CODEOWNERS, rules: {rules} }} }}\n");
        return new Estate([new("production", descriptor, [])], facts).CodeOwnerships.Single();
    }

    private static Document Read(string file, string text)
    {
        YamlFile read = YamlReader.Read(file, text, LoadLimits.Default);
        read.Problems.ShouldBeEmpty();
        return read.Documents.Single();
    }
}
