namespace PolicyGate.Tests;

/// <summary>One policy, one folder, with the cases that show what it means.</summary>
public sealed class PolicyFolderTests
{
    private const string Extension = ".csx";

    public static TheoryData<string> Policies =>
        [.. Repository.Files($"*{Extension}").Where(path => path.StartsWith("policies/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Policies))]
    public void A_policy_lies_in_a_folder_of_its_name(string policy)
    {
        string[] parts = policy.Split('/');
        parts[^2].ShouldBe(Path.GetFileNameWithoutExtension(policy));
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void A_policy_has_two_passes_and_two_fails_that_say_where(string policy)
    {
        string cases = Path.Combine(Path.GetDirectoryName(Repository.At(policy))!, "cases");
        Directory.GetFiles(cases, "pass.*.yaml").Length.ShouldBeGreaterThanOrEqualTo(2);
        string[] fails = Directory.GetFiles(cases, "fail.*.yaml").Where(path => !path.EndsWith(".parameters.yaml", StringComparison.Ordinal)).ToArray();
        fails.Length.ShouldBeGreaterThanOrEqualTo(2);
        fails.ShouldAllBe(path => File.ReadAllText(path).Contains("#~", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void A_policy_says_at_its_head_why_it_exists(string policy) =>
        File.ReadLines(Repository.At(policy)).First().ShouldStartWith("// ");
}
