using PolicyGate.Compile.Weaving;
using PolicyGate.Tests;

namespace PolicyGate.Metering.Tests;

/// <summary>Programs that no budget can bound are not woven. Why stands beside each.</summary>
public sealed class RefusedTests
{
    private static readonly string Folder = Repository.At("tests", "Metering", "refused");

    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(Folder, "*.cs").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_weaver_says_why(string name)
    {
        string expected = Path.Combine(Folder, $"{name}.txt");
        byte[] image = Snippet.Compile(File.ReadAllText(Path.Combine(Folder, $"{name}.cs")));

        string why = Should.Throw<WeavingException>(() => Weaver.Weave(image)).Message + "\n";

        if (Environment.GetEnvironmentVariable("POLICYGATE_ACCEPT") == "1")
        {
            File.WriteAllText(expected, why);
        }

        why.ShouldBe(File.ReadAllText(expected).ReplaceLineEndings("\n"));
    }
}
