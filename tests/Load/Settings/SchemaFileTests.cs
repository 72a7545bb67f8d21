using System.Text.Json;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;

namespace PolicyGate.Load.Tests.Settings;

/// <summary>The files of <c>schemas/</c> are for editors too, and say what the model says.</summary>
public sealed class SchemaFileTests
{
    [Theory]
    [InlineData("environment")]
    [InlineData("waiver")]
    [InlineData("profile")]
    [InlineData("framework")]
    [InlineData("configuration")]
    [InlineData("change")]
    public void Is_strict_JSON_of_the_draft_that_editors_know(string name)
    {
        JsonElement schema = Schema(name);

        schema.GetProperty("$schema").GetString().ShouldBe("http://json-schema.org/draft-07/schema#");
        schema.GetProperty("description").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void Descriptors_may_declare_what_the_model_knows()
    {
        JsonElement spec = At(Schema("environment"), "properties", "spec", "properties");

        Allowed(At(spec, "class")).ShouldBe(Written<EnvironmentClass>());
        Allowed(At(spec, "isolation")).ShouldBe(Written<Isolation>());
        Allowed(At(spec, "data")).ShouldBe(Written<DataClass>());
    }

    [Fact]
    public void Profiles_select_by_what_descriptors_may_declare()
    {
        JsonElement spec = At(Schema("environment"), "properties", "spec", "properties");
        JsonElement rule = At(Schema("profile"), "properties", "spec", "properties", "rules", "items", "properties");
        JsonElement selector = At(rule, "environments", "properties");

        foreach (string field in new[] { "class", "isolation", "data", "criticality" })
        {
            Allowed(At(selector, field, "items")).ShouldBe(Allowed(At(spec, field)));
        }

        Allowed(At(rule, "severity")).ShouldBe(Written<Severity>());
        Allowed(At(Schema("configuration"), "properties", "spec", "properties", "failOn")).ShouldBe(Written<Severity>());
    }

    private static JsonElement Schema(string name) =>
        JsonDocument.Parse(CaseFile.Text($"schemas/{name}.schema.json")).RootElement;

    private static JsonElement At(JsonElement place, params string[] path) =>
        path.Aggregate(place, (element, field) => element.GetProperty(field));

    private static IEnumerable<string?> Allowed(JsonElement schema) =>
        schema.GetProperty("enum").EnumerateArray().Select(value => value.GetString());

    private static IEnumerable<string> Written<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(value => Declared.Write(value));
}
