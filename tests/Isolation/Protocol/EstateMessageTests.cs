using PolicyGate.Isolation.Protocol;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;
using static PolicyGate.Isolation.Tests.Protocol.Values;

namespace PolicyGate.Isolation.Tests.Protocol;

/// <summary>A worker judges the very estate that the parent has.</summary>
public sealed class EstateMessageTests
{
    [Fact]
    public void Objects_come_through_with_their_places()
    {
        Mapping pods = Map((1, "kind", Text(1, "List")), (2, "items", List(3, Pod(3, "web"), Pod(7, "worker"))));
        Document file = new("apps/pods.yaml", 2, pods);
        Estate estate = new([new("default", null, [file.Root["items[0]"], file.Root["items[1]"]])]);

        Estate read = Crossed(estate);

        read.Resources.Select(resource => resource.Reference).ShouldBe(estate.Resources.Select(resource => resource.Reference));
        read.Resources.Select(resource => resource["metadata.name"].Location)
            .ShouldBe(estate.Resources.Select(resource => resource["metadata.name"].Location));
        read.Resources.Select(resource => resource.Node.Document).Distinct(ReferenceEqualityComparer.Instance).ShouldHaveSingleItem();
    }

    [Fact]
    public void What_is_around_the_objects_comes_through()
    {
        Document descriptor = new("env.yaml", 0, Map((1, "spec", Map((2, "entity", Text(2, "st-marys"))))));
        Document facts = new("change.yaml", 0, Map((1, "kind", Text(1, "Change"))));
        Surroundings surroundings = new() { Workflows = [Named("deploy.yml")], CodeOwners = [Named("CODEOWNERS")], ImageFacts = [Named("images.yaml")] };
        EnvironmentContents contents = new("prod", descriptor, []) { ExistingFiles = ["runbook.md"] };
        Estate estate = new([contents, new("default", null, [])], facts, new DateOnly(2026, 11, 22), surroundings);

        Estate read = Crossed(estate);

        read.Environments.Select(environment => (environment.Name, environment.IsDeclared, environment.Entity))
            .ShouldBe([("prod", true, "st-marys"), ("default", false, "")]);
        read.Environments[0].HasFile(Named("runbook.md").Root["name"]).ShouldBe(true);
        read.Environments[0].HasFile(Named("gone.md").Root["name"]).ShouldBe(false);
        read.Environments[1].HasFile(Named("runbook.md").Root["name"]).ShouldBeNull();
        read.ChangeFacts!.Root["kind"].Text.ShouldBe("Change");
        read.Day.ShouldBe(new DateOnly(2026, 11, 22));
        read.Surroundings.Documents.Select(document => document.File).ShouldBe(["deploy.yml", "CODEOWNERS", "images.yaml"]);
    }

    [Theory]
    [InlineData("a lone \ud800 surrogate", ScalarStyle.DoubleQuoted, null)]
    [InlineData("12", ScalarStyle.Plain, "tag:yaml.org,2002:str")]
    [InlineData("", ScalarStyle.Literal, null)]
    public void Scalars_come_through_as_they_were_written(string text, ScalarStyle style, string? tag)
    {
        Document document = new("a.yaml", 0, Map((1, "kind", Text(1, "Pod")), (2, "value", new Scalar(text, style, tag, new(2, 8, 3, 4)))));

        Scalar read = Crossed(new([new("default", null, [document.Root])])).Resources.Single()["value"].Value.ShouldBeOfType<Scalar>();

        (read.Text, read.Style, read.Tag, read.Span).ShouldBe((text, style, tag, new Span(2, 8, 3, 4)));
    }

    /// <summary>A hundred lists that each hold the one before twice: written out they would be 2 to the power of 100.</summary>
    [Fact]
    public void What_anchors_share_crosses_once()
    {
        Value shared = Text(1, "x");
        for (int depth = 0; depth < 100; depth++)
        {
            shared = List(1, shared, shared);
        }

        Document document = new("a.yaml", 0, Map((1, "kind", Text(1, "Pod")), (2, "value", shared)));

        Sequence read = Crossed(new([new("default", null, [document.Root])])).Resources.Single()["value"].Value.ShouldBeOfType<Sequence>();

        read.Items[0].ShouldBeSameAs(read.Items[1]);
    }

    [Fact]
    public void A_message_that_is_cut_off_is_refused()
    {
        byte[] message = EstateMessage.Write(Estates.OfOnePod()).ToArray();

        foreach (int length in Enumerable.Range(0, message.Length))
        {
            Should.Throw<ProtocolException>(() => EstateMessage.Read(message[..length]));
        }
    }

    private static Estate Crossed(Estate estate) => EstateMessage.Read(EstateMessage.Write(estate).ToArray());

    private static Mapping Pod(int line, string name) => Map(
        (line, "apiVersion", Text(line, "v1")),
        (line + 1, "kind", Text(line + 1, "Pod")),
        (line + 2, "metadata", Map((line + 3, "name", Text(line + 3, name)))));

    private static Document Named(string file) => new(file, 0, Map((1, "name", Text(1, file))));
}
