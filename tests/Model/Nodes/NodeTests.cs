using PolicyGate.Load;
using PolicyGate.Load.Yaml;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Tests.Nodes;

/// <summary>What a place says of itself, existing or not.</summary>
public sealed class NodeTests
{
    private const string Deployment = """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: odoo
          annotations:
            example.com/owner: team-erp
        spec:
          replicas: 2
          paused: off
          strategy:
          template:
            spec:
              containers:
                - name: web
                  image: odoo:18.0
                  resources:
                    limits:
                      cpu: 500m
                - name: log
                  env: []
        """;

    private static readonly Node Root =
        YamlReader.Read("odoo.yaml", Deployment, LoadLimits.Default).Documents.Single().Root;

    [Theory]
    [InlineData("metadata.name", "odoo")]
    [InlineData("metadata.annotations['example.com/owner']", "team-erp")]
    [InlineData("spec.template.spec.containers[1].name", "log")]
    [InlineData("spec.template.spec.containers[0].resources.limits.cpu", "500m")]
    [InlineData("spec.template.spec.containers[2].name", "")]
    [InlineData("nothing.of[3].the.sort", "")]
    public void A_path_leads_to_a_text(string path, string text) => Root[path].Text.ShouldBe(text);

    [Theory]
    [InlineData("metadata.name", "odoo.yaml:4:3 metadata.name")]
    [InlineData("spec.template.spec.containers[0]", "odoo.yaml:14:11 spec.template.spec.containers[0]")]
    [InlineData("spec.template.spec.containers[0].resources.limits.memory", "odoo.yaml:17:13 spec.template.spec.containers[0].resources.limits")]
    [InlineData("spec.template.spec.containers[1].resources.limits.memory", "odoo.yaml:19:11 spec.template.spec.containers[1]")]
    [InlineData("spec.template.spec.containers[1].env[0].value", "odoo.yaml:20:11 spec.template.spec.containers[1].env")]
    [InlineData("spec.strategy.type", "odoo.yaml:10:3 spec.strategy")]
    [InlineData("status", "odoo.yaml:1:1 ")]
    public void A_missing_place_is_found_at_its_nearest_neighbour(string path, string place)
    {
        Location location = Root[path].Location;
        $"{location.File}:{location.Span.StartLine}:{location.Span.StartColumn} {location.Path}".ShouldBe(place);
    }

    [Theory]
    [InlineData("metadata.annotations['example.com/owner']")]
    [InlineData("spec.template.spec.containers[0].resources.limits.memory")]
    [InlineData("nothing.of[3].the.sort")]
    public void A_place_knows_its_path_whether_it_exists_or_not(string path) => Root[path].Path.ShouldBe(path);

    [Fact]
    public void An_item_keeps_its_stable_path_when_another_is_put_before_it()
    {
        string moved = Deployment.Replace("        - name: web", "        - name: first\n        - name: web", StringComparison.Ordinal);
        Node other = YamlReader.Read("odoo.yaml", moved, LoadLimits.Default).Documents.Single().Root;

        other["spec.template.spec.containers[1].image"].StablePath
            .ShouldBe(Root["spec.template.spec.containers[0].image"].StablePath);
    }

    [Fact]
    public void A_null_counts_as_missing()
    {
        Root["spec.strategy"].IsMissing.ShouldBeTrue();
        Root["spec.strategy.rollingUpdate.maxSurge"].IsMissing.ShouldBeTrue();
    }

    [Fact]
    public void Values_mean_what_they_mean_to_Kubernetes()
    {
        Root["spec.replicas"].Integer.ShouldBe(2);
        Root["spec.paused"].Boolean.ShouldBe(false);
        Root["metadata.name"].Boolean.ShouldBeNull();
        Root["metadata.name"].IsString.ShouldBeTrue();
    }

    [Fact]
    public void Descendants_come_in_the_order_of_the_file() =>
        Root["metadata"].Descendants.Select(node => node.Path).ShouldBe(
            ["metadata", "metadata.name", "metadata.annotations", "metadata.annotations['example.com/owner']"]);

    [Theory]
    [InlineData("a..b")]
    [InlineData("a[b]")]
    [InlineData("a[0")]
    [InlineData("a['b]")]
    [InlineData("a.")]
    public void A_malformed_path_is_a_mistake_of_its_author(string path) =>
        Should.Throw<ArgumentException>(() => Root[path]).Message.ShouldContain(path);
}
