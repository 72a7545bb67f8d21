using PolicyGate.Compile.Weaving;
using PolicyGate.Tests;

namespace PolicyGate.Metering.Tests;

/// <summary>Programs that would not end, or take all there is, end at the limit that names their folder.</summary>
public sealed class HostileTests
{
    private static readonly string Folder = Repository.At("tests", "Metering", "hostile");

    /// <summary>Small, so that the tests take little time.</summary>
    private static readonly Budget Small = new()
    {
        Fuel = 20_000_000,
        AllocatedBytes = 32 * 1024 * 1024,
        RegexTime = TimeSpan.FromMilliseconds(300),
    };

    /// <summary>On a busy machine time runs out before other limits are met.</summary>
    private static readonly Budget Patient = Small with { RegexTime = TimeSpan.FromMinutes(10) };

    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder, "*.cs", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_limit_ends_it(string path)
    {
        Limit expected = Enum.Parse<Limit>(path.Split('/')[0].Replace("-", ""), ignoreCase: true);
        byte[] image = Weaver.Weave(Snippet.Compile(File.ReadAllText(Path.Combine(Folder, path))));

        (string said, Spending spending) = Snippet.Run(image, expected == Limit.RegexTime ? Small : Patient);

        spending.Hit.ShouldBe(expected, said);
    }
}
