using System.Collections.Immutable;
using PolicyGate.Evaluate.Judge;
using PolicyGate.Isolation.Protocol;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Governance;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Isolation.Tests.Protocol;

/// <summary>A worker judges the very estate that the parent has.</summary>
public sealed class JudgeMessageTests
{
    private static readonly PolicyHeader Policy = new()
    {
        Id = "a/b",
        File = "policies/a/b.csx",
        Title = "t",
        Reason = "",
        Severity = Severity.Low,
        Controls = [],
        Remediation = "",
        Parameters = [],
    };

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
    public void Parameters_come_through_for_their_environment()
    {
        Estate estate = Estates.OfOnePod();
        Node parameters = new Document("profile.yaml", 0, Map((4, "max", Text(4, "3")))).Root;
        Dictionary<Environment, Application> applications = new() { [estate.Environments[0]] = new(Severity.High, [parameters["max"]]) };

        HostRequest read = Read(new() { Estate = estate, KeepPasses = true, Policies = [new(Policy, applications)] });

        read.KeepPasses.ShouldBeTrue();
        Application application = read.Policies.Single().Applications[read.Estate.Environments[0]];
        Node parameter = application.Parameters.ShouldHaveSingleItem();
        (parameter.Name, parameter.Text, parameter.Location).ShouldBe(("max", "3", parameters["max"].Location));
    }

    [Fact]
    public void A_message_that_is_cut_off_is_refused()
    {
        byte[] message = JudgeMessage.Write(new() { Estate = Estates.OfOnePod(), Policies = [] }).ToArray();

        foreach (int length in Enumerable.Range(0, message.Length))
        {
            Should.Throw<ProtocolException>(() => JudgeMessage.Read(message[..length], Known));
        }
    }

    private static PolicyHeader Known(string id) => id == Policy.Id ? Policy : throw new KeyNotFoundException(id);

    private static Estate Crossed(Estate estate) => Read(new() { Estate = estate, Policies = [] }).Estate;

    private static HostRequest Read(HostRequest request) => JudgeMessage.Read(JudgeMessage.Write(request).ToArray(), Known);

    private static Mapping Pod(int line, string name) => Map(
        (line, "apiVersion", Text(line, "v1")),
        (line + 1, "kind", Text(line + 1, "Pod")),
        (line + 2, "metadata", Map((line + 3, "name", Text(line + 3, name)))));

    private static Document Named(string file) => new(file, 0, Map((1, "name", Text(1, file))));

    private static Scalar Text(int line, string text) => new(text, ScalarStyle.Plain, null, At(line));

    private static Sequence List(int line, params ImmutableArray<Value> items) => new(items, isFlow: true, At(line));

    private static Mapping Map(params IEnumerable<(int Line, string Key, Value Value)> fields) =>
        new([.. fields.Select(field => new Entry(Text(field.Line, field.Key), field.Value))], isFlow: false, At(1));

    private static Span At(int line) => new(line, 3, line, 9);
}
