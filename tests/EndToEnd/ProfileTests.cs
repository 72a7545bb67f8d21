using System.Text.RegularExpressions;

namespace PolicyGate.Tests;

/// <summary>The profiles that ship.</summary>
public sealed partial class ProfileTests
{
    private static readonly string Profiles = Repository.At("policies", "profiles");

    /// <summary>A name that is no policy's switches nothing on and nothing off.</summary>
    [Fact]
    public void They_name_policies_that_exist()
    {
        string[] ids = [.. PolicyGateProcess.Run("list", "--format", "json").Json.EnumerateArray().Select(policy => policy.GetProperty("id").GetString()!)];
        IEnumerable<string> named = Directory.EnumerateFiles(Profiles, "*.yaml")
            .SelectMany(file => Name().Matches(File.ReadAllText(file)).Select(match => match.Value));

        named.Where(name => !name.Contains('*', StringComparison.Ordinal)).Except(ids).ShouldBeEmpty();
        named.Where(name => name.EndsWith('*') && name != "**").Distinct()
            .ShouldAllBe(name => ids.Any(id => id.StartsWith(name.TrimEnd('*'), StringComparison.Ordinal)));
    }

    /// <summary>The level as a whole is one policy, and its parts are the profile: both must say the same.</summary>
    [Theory]
    [InlineData("baseline")]
    [InlineData("restricted")]
    public void A_profile_of_a_Pod_Security_level_judges_as_the_level_does(string level)
    {
        string[] cases = Directory.GetFiles(Repository.At("policies", "pod-security", "level", level, "cases"));
        using TemporaryDirectory work = new();

        cases.ShouldNotBeEmpty();
        foreach (string path in cases.Where(path => !path.EndsWith(".parameters.yaml", StringComparison.Ordinal)))
        {
            string name = Path.GetFileName(path);
            work.Write($"{name}/manifest.yaml", File.ReadAllText(path));
            ProgramRun run = PolicyGateProcess.RunIn(work.Path, "check", name, "--profile", $"pod-security-{level}");
            run.ExitCode.ShouldBe(name.StartsWith("fail.", StringComparison.Ordinal) ? 1 : 0, $"{name}\n{run}");
        }
    }

    [Theory]
    [InlineData("resources/cpu-limit-forbidden", "resources/cpu-limit-required")]
    [InlineData("resources/cpu-limit-forbidden", "resources/requests-and-limits-required")]
    public void No_profile_asks_for_two_things_that_exclude_each_other(string one, string other)
    {
        foreach (string file in Directory.EnumerateFiles(Profiles, "*.yaml"))
        {
            string profile = Path.GetFileNameWithoutExtension(file);
            string[] judged = Judged(profile);
            (judged.Contains(one) && judged.Contains(other)).ShouldBeFalse(profile);
        }
    }

    private static string[] Judged(string profile) =>
        [.. PolicyGateProcess.Run("check", "fixtures/hospital", "--profile", profile, "--output", "json").Json
            .GetProperty("policies").EnumerateArray().Select(policy => policy.GetProperty("id").GetString()!)];

    [GeneratedRegex(@"(?<=policies: \[|, |^        - )[a-z-]+/[a-z0-9/*-]+|(?<=[[ ])\*\*", RegexOptions.Multiline)]
    private static partial Regex Name();
}
