using PolicyGate.Compile.Weaving;
using PolicyGate.Tests;

namespace PolicyGate.Metering.Tests;

/// <summary>What programs would learn from the clock without weaving; with it they say the same at any time.</summary>
public sealed class ClockTests
{
    private static readonly string Folder = Repository.At("tests", "Metering", "clock");

    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(Folder, "*.cs").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_clock_does_not_show(string name)
    {
        string expected = Path.Combine(Folder, $"{name}.txt");
        byte[] image = Snippet.Compile(File.ReadAllText(Path.Combine(Folder, $"{name}.cs")));

        (string woven, _) = Snippet.Run(Weaver.Weave(image), Budget.Default);

        if (Environment.GetEnvironmentVariable("POLICYGATE_ACCEPT") == "1")
        {
            File.WriteAllText(expected, woven);
        }

        woven.ShouldBe(File.ReadAllText(expected).ReplaceLineEndings("\n"));
        Snippet.Run(image).ShouldNotBe(woven);
    }
}
