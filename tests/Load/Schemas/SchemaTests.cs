using System.Collections.Immutable;
using PolicyGate.Load.Schemas;
using PolicyGate.Model.Nodes;
using PolicyGate.Tests;

namespace PolicyGate.Load.Tests.Schemas;

/// <summary>
/// Each case is a file: a schema, and documents that it is to admit but for what is marked. A refused schema is alone.
/// </summary>
public sealed class SchemaTests
{
    private const string Cases = "tests/Load/Schemas/cases";

    public static TheoryData<string> JsonSchemas => CaseFile.In($"{Cases}/json-schema");

    public static TheoryData<string> KubernetesSchemas => CaseFile.In($"{Cases}/kubernetes");

    public static TheoryData<string> RefusedSchemas => CaseFile.In($"{Cases}/refused");

    [Theory]
    [MemberData(nameof(JsonSchemas))]
    public void Finds_what_is_marked(string name) => Check($"{Cases}/json-schema/{name}", SchemaDialect.JsonSchema);

    [Theory]
    [MemberData(nameof(KubernetesSchemas))]
    public void Finds_what_is_marked_by_the_rules_of_Kubernetes(string name) =>
        Check($"{Cases}/kubernetes/{name}", SchemaDialect.Kubernetes);

    [Theory]
    [MemberData(nameof(RefusedSchemas))]
    public void Refuses_a_schema_that_it_would_not_check_as_meant(string name)
    {
        string text = CaseFile.Text($"{Cases}/refused/{name}");
        Node schema = CaseFile.Documents(name, text).Single().Root;

        SchemaReading reading = SchemaReader.Read(schema, SchemaDialect.JsonSchema);

        reading.Schema.ShouldBeNull();
        Marks.ShouldBeMet(text, reading.Faults.Select(fault => (Line(fault.Place), fault.Message)));
    }

    [Fact]
    public void Says_which_rules_it_does_not_check()
    {
        Node schema = CaseFile.Documents("crd.yaml", """
            type: object
            properties:
              min: { type: integer }
              max: { type: integer }
            x-kubernetes-validations:
              - rule: self.min <= self.max
            """).Single().Root;

        SchemaReading reading = SchemaReader.Read(schema, SchemaDialect.Kubernetes);

        reading.Schema.ShouldNotBeNull();
        reading.NotChecked.Single().Path.ShouldBe("x-kubernetes-validations");
    }

    /// <summary>A backtracking matcher would take 2^60 steps, and a nest of repetitions no end of memory.</summary>
    [Theory]
    [InlineData("^(a+)+$")]
    [InlineData("((((a{0,99}){0,99}){0,99}){0,99})b$")]
    public void Takes_no_harm_from_a_hostile_pattern(string pattern)
    {
        Document schema = CaseFile.Documents("crd.yaml", $"type: string\npattern: '{pattern}'").Single();
        Document value = CaseFile.Documents("value.yaml", new string('a', 60) + "c").Single();

        SchemaReading reading = SchemaReader.Read(schema.Root, SchemaDialect.Kubernetes);

        (reading.Schema?.Check(value.Root).Length ?? reading.Faults.Length).ShouldBe(1);
    }

    [Fact]
    public void Points_at_the_key_of_a_field_and_at_the_object_that_lacks_one()
    {
        ImmutableArray<Document> documents = CaseFile.Documents("place.yaml", """
            properties: { spec: { additionalProperties: false, required: [name] } }
            ---
            metadata: {}
            spec:
              nam: odoo
            """);
        ISchema schema = SchemaReader.Read(documents[0].Root, SchemaDialect.JsonSchema).Schema!;

        ImmutableArray<SchemaViolation> violations = schema.Check(documents[1].Root);

        violations.Select(violation => violation.Place.Path).ShouldBe(["spec.nam", "spec.name"]);
        violations.Select(violation => violation.Place.Location.Span)
            .ShouldBe([new Span(5, 3, 5, 12), new Span(4, 1, 5, 12)]);
    }

    private static void Check(string file, SchemaDialect dialect)
    {
        string text = CaseFile.Text(file);
        ImmutableArray<Document> documents = CaseFile.Documents(file, text);
        SchemaReading reading = SchemaReader.Read(documents[0].Root, dialect);
        reading.Faults.Select(fault => $"{Line(fault.Place)}: {fault.Message}").ShouldBeEmpty();

        IEnumerable<SchemaViolation> violations =
            documents.Skip(1).SelectMany(document => reading.Schema!.Check(document.Root));

        documents.Length.ShouldBeGreaterThan(1);
        Marks.ShouldBeMet(
            text, violations.Select(violation => (Line(violation.Place), $"{violation.Kind} {violation.Message}")));
    }

    private static int Line(Node place) => place.Location.Span.StartLine;
}
