using System.Collections.Immutable;
using PolicyGate.Compile.Metadata;

namespace PolicyGate.Compile.Tests.Metadata;

/// <summary>What the first check should have refused, compiled without it: the second refuses it by itself.</summary>
public sealed class HostileCodeTests
{
    public static TheoryData<string, string, string> Members => Cases("hostile.txt");

    public static TheoryData<string, string, string> Compilations => Cases("others.txt");

    [Theory]
    [MemberData(nameof(Members))]
    public void A_policy_is_refused_for_what_it_contains(string construct, string expected, string text) =>
        Refusals($"namespace PolicyGate.Compiled {{ static class P_a {{ {text} }} }}")
            .ShouldContain(refusal => refusal.Message.Contains(expected, StringComparison.Ordinal), construct);

    [Theory]
    [MemberData(nameof(Compilations))]
    public void A_compilation_is_refused_for_what_it_contains(string construct, string expected, string text) =>
        Refusals(text).ShouldContain(refusal => refusal.Message.Contains(expected, StringComparison.Ordinal), construct);

    [Fact]
    public void Only_the_policy_that_reaches_into_another_is_refused() =>
        Refusals("""
            namespace PolicyGate.Compiled
            {
                static class P_a { static int Run() => P_b.Tell(); }
                static class P_b { public static int Tell() => 1; }
            }
            """).ShouldAllBe(refusal => refusal.PolicyClass == "P_a");

    [Fact]
    public void Only_the_policy_that_names_what_it_may_not_is_refused() =>
        Refusals("""
            namespace PolicyGate.Compiled
            {
                static class P_a { static void Run() => GC.Collect(); }
                static class P_b { static int Tell() => 1; }
            }
            """).ShouldAllBe(refusal => refusal.PolicyClass == "P_a");

    private static ImmutableArray<MetadataRefusal> Refusals(string text) => EmittedImage.Check(EmittedImage.OfText(text));

    private static TheoryData<string, string, string> Cases(string file)
    {
        TheoryData<string, string, string> cases = [];
        foreach ((string heading, string text) in EmittedImage.Sections(file))
        {
            string[] parts = heading.Split(" | ");
            cases.Add(parts[0], parts[1], text);
        }

        return cases;
    }
}
