using PolicyGate.Compile.Weaving;
using PolicyGate.Tests;

namespace PolicyGate.Metering.Tests;

/// <summary>Programs that stay within their budget say the same with it as without. What that is stands beside each.</summary>
public sealed class OrdinaryTests
{
    private static readonly string Folder = Repository.At("tests", "Metering", "ordinary");

    /// <summary>The time that a busy machine takes says nothing about a policy.</summary>
    private static readonly Budget Patient = Budget.Default with { RegexTime = TimeSpan.FromMinutes(5) };

    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(Folder, "*.cs").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Budgets_do_not_show(string name)
    {
        string expected = Path.Combine(Folder, $"{name}.txt");
        byte[] image = Snippet.Compile(File.ReadAllText(Path.Combine(Folder, $"{name}.cs")));

        string unwoven = Snippet.Run(image);
        (string woven, Spending spending) = Snippet.Run(Weaver.Weave(image), Patient);

        if (Environment.GetEnvironmentVariable("POLICYGATE_ACCEPT") == "1")
        {
            File.WriteAllText(expected, unwoven);
        }

        spending.Hit.ShouldBeNull();
        woven.ShouldBe(unwoven);
        woven.ShouldBe(File.ReadAllText(expected).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Weaving_the_same_gives_the_same()
    {
        byte[] image = Snippet.Compile(File.ReadAllText(Path.Combine(Folder, "linq-operators.cs")));

        Weaver.Weave(image).ShouldBe(Weaver.Weave(image));
    }
}
