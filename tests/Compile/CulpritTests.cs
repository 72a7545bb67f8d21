using PolicyGate.Model.Governance;

namespace PolicyGate.Compile.Tests;

/// <summary>What is wrong with an image as a whole is held against the policy of which it comes, and no other.</summary>
public sealed class CulpritTests
{
    private static readonly string[] Names = ["a", "b", "c", "d", "e", "f", "g"];

    [Fact]
    public void Only_the_policy_is_refused_that_an_image_makes_no_sense_with()
    {
        CompiledPolicies compiled = PolicyCompiler.Compile([.. Names.Select(Sound), Tuples("culprit"), Tuples("another")]);

        compiled.Diagnostics.Keys.Order(StringComparer.Ordinal).ShouldBe(["another", "culprit"]);
        compiled.Diagnostics["culprit"].Single().Message.ShouldContain("a signature is made of more than 1000 types");
        compiled.Image.ShouldNotBeEmpty();
    }

    private static PolicySource Sound(string id) => Source(id, "Pass(container[\"image\"])");

    /// <summary>Tuples of tuples, of which the compiler writes a signature of thousands of types.</summary>
    private static PolicySource Tuples(string id) => Source(
        id,
        "Fail(container[\"image\"], F(F(F(F(F(1m))))).ToString()!)",
        "(T, T, T, T, T, T, T) F<T>(T value) => (value, value, value, value, value, value, value);");

    private static PolicySource Source(string id, string verdict, string more = "") => new(id, $"{id}.csx", $$"""
        return new Policy<Container>
        {
            Title = "Containers have an image",
            Severity = Low,
            Controls = [],
            Remediation = "Name one.",
            Subjects = estate => estate.Containers,
            Evaluate = container => {{verdict}},
        };
        {{more}}
        """);
}
