using PolicyGate.Compile;
using PolicyGate.Model.Governance;

namespace PolicyGate.Metering.Tests;

/// <summary>A policy that cannot be woven is left out, and told so; the others are there.</summary>
public sealed class CompilerTests
{
    private const string Good = """
        return new Policy<Resource>
        {
            Title = "t", Severity = High, Controls = [], Remediation = "r",
            Subjects = estate => estate.Resources,
            Evaluate = resource => Pass(resource["metadata"]),
        };
        """;

    private const string Growing = """
        static string Grow<T>(T value) => Grow((value, value));
        """;

    [Fact]
    public void Only_the_policy_that_cannot_be_bounded_is_refused()
    {
        CompiledPolicies compiled = PolicyCompiler.Compile(
            [new("a/good", "good.csx", Good), new("a/growing", "growing.csx", Growing + "\n" + Good)], metered: true);

        compiled.Diagnostics.Keys.ShouldBe(["a/growing"]);
        compiled.Diagnostics["a/growing"].Single().Code.ShouldBe("PG0401");
        compiled.Image.ShouldNotBeEmpty();
    }

    [Fact]
    public void What_cannot_be_bounded_is_refused_at_its_method()
    {
        const string Endless = """
            static void Wait()
            {
                try { }
                finally { while (true) { } }
            }
            """;

        PolicyDiagnostic refusal = PolicyCompiler.Compile([new("a/endless", "endless.csx", Endless + "\n" + Good)], metered: true)
            .Diagnostics["a/endless"].ShouldHaveSingleItem();

        (refusal.Code, refusal.Line, refusal.Column).ShouldBe(("PG0401", 3, 11));
    }
}
