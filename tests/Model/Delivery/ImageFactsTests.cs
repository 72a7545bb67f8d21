using PolicyGate.Load;
using PolicyGate.Load.Yaml;
using PolicyGate.Model.Changes;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Kubernetes;

namespace PolicyGate.Model.Tests.Delivery;

/// <summary>Which facts are about which image, and what nobody knows.</summary>
public sealed class ImageFactsTests
{
    private const string One = "sha256:1111111111111111111111111111111111111111111111111111111111111111";
    private const string Two = "sha256:2222222222222222222222222222222222222222222222222222222222222222";

    [Theory]
    [InlineData($"example.com/odoo:17@{One}", One)]
    [InlineData($"mirror.example.com/odoo@{Two}", Two)]
    [InlineData("example.com/odoo:17", One)]
    [InlineData("example.com/odoo:18", Two)]
    public void An_image_is_known_by_its_digest_or_else_by_its_name(string image, string digest) => Image(image).Facts!.Digest.ShouldBe(digest);

    [Theory]
    [InlineData("example.com/odoo:19")]
    [InlineData("example.com/odoo:17@sha256:3333333333333333333333333333333333333333333333333333333333333333")]
    public void An_image_that_the_facts_do_not_hold_is_unknown(string image) => Should.Throw<UnknownFactException>(() => Image(image).Facts);

    [Fact]
    public void A_fact_that_could_not_be_collected_says_why() =>
        Should.Throw<UnknownFactException>(() => Image("example.com/odoo:17").Facts!.Signatures).Message.ShouldBe("`signatures` of the image example.com/odoo:17 is not known: 401");

    [Fact]
    public void A_fact_that_was_not_collected_is_unknown() => Should.Throw<UnknownFactException>(() => Image("example.com/odoo:18").Facts!.Scans);

    [Fact]
    public void Without_any_facts_there_are_none() => Kubernetes.Manifests.Estate(Pod("odoo")).Images.Single().Facts.ShouldBeNull();

    [Theory]
    [InlineData("git+https://github.com/octo/erp@refs/tags/v17", "https://github.com/octo/erp", true)]
    [InlineData("https://github.com/octo/erp.git", "https://github.com/octo/*", true)]
    [InlineData("git+https://github.com/octo/erp-fork@refs/tags/v17", "https://github.com/octo/erp", false)]
    [InlineData("git+https://github.com/octo@evil.example/erp", "https://github.com/octo", false)]
    [InlineData("git+https://evil.example/https://github.com/octo/erp", "https://github.com/*", false)]
    public void Sources_are_compared_without_the_revision(string source, string pattern, bool expected) =>
        Image("example.com/odoo:17", source).Facts!.Provenance.Single().IsBuiltFrom([pattern]).ShouldBe(expected);

    private static UsedImage Image(string image, string source = "x")
    {
        string facts = $$"""
            apiVersion: policygate.dev/v1
            kind: ImageFacts
            spec:
              images:
                - { image: "example.com/odoo:17", digest: "{{One}}", signatures: { unknown: "401" }, provenance: [{ predicateType: "https://slsa.dev/provenance/v1", builder: b, source: "{{source}}", signer: { key: k } }] }
                - { image: "example.com/odoo:18", digest: "{{Two}}" }
            """;
        YamlFile read = YamlReader.Read("", facts, LoadLimits.Default);
        read.Problems.ShouldBeEmpty();
        YamlFile pod = YamlReader.Read("pod.yaml", Pod(image), LoadLimits.Default);
        return new Estate([new("default", null, [pod.Documents.Single().Root])], surroundings: new() { ImageFacts = read.Documents }).Images.Single();
    }

    private static string Pod(string image) => $"apiVersion: v1\nkind: Pod\nmetadata: {{ name: odoo }}\nspec: {{ containers: [{{ image: \"{image}\" }}] }}\n";
}
