using PolicyGate.Load;
using PolicyGate.Load.Yaml;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Tests.Changes;

/// <summary>Whether a change touches an environment whose descriptor names sources in one way or another.</summary>
public sealed class RepositoryPathTests
{
    [Theory]
    [InlineData("environment.yaml", "{ path: . }", "odoo.yaml", true)]
    [InlineData("environment.yaml", "{ path: ./erp }", "erp/odoo.yaml", true)]
    [InlineData("environment.yaml", "{ path: ./erp }", "docs/odoo.yaml", false)]
    [InlineData("environments/prod.yaml", "{ kustomize: ../overlays/prod }", "overlays/prod/odoo.yaml", true)]
    [InlineData("environments/prod.yaml", "{ kustomize: ../overlays/prod }", "overlays/test/odoo.yaml", false)]
    [InlineData("environments/prod.yaml", "{ kustomize: overlays/prod/ }", "overlays/prod/odoo.yaml", true)]
    [InlineData("environments/prod.yaml", "{ path: 'apps/*/odoo.yaml' }", "environments/apps/erp/odoo.yaml", true)]
    [InlineData("environments/prod.yaml", "{ path: erp }", "environments/prod.yaml", true)]
    [InlineData("environments/prod.yaml", "", "environments/odoo.yaml", true)]
    [InlineData("environments/prod.yaml", "", "overlays/prod/odoo.yaml", false)]
    [InlineData("facts.yaml", "", "overlays/prod/odoo.yaml", true)]
    [InlineData("cases/facts.yaml", "{ path: erp }", "docs/odoo.yaml", false)]
    public void A_change_touches_what_the_sources_lead_to(string file, string source, string changed, bool expected)
    {
        Document descriptor = Read(file, $"metadata: {{ name: production }}\nspec: {{ class: production, sources: [{source}] }}\n");
        Document facts = Read(file.EndsWith("facts.yaml", StringComparison.Ordinal) ? file : "", $"spec: {{ files: [{{ path: {changed} }}] }}\n");

        new Estate([new("production", descriptor, [])], facts).Changes.Single().Touches.ShouldBe(expected);
    }

    private static Document Read(string file, string text)
    {
        YamlFile read = YamlReader.Read(file, text, LoadLimits.Default);
        read.Problems.ShouldBeEmpty();
        return read.Documents.Single();
    }
}
