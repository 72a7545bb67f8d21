using PolicyGate.Model.Governance;
using PolicyGate.Tests;

namespace PolicyGate.Compile.Tests;

/// <summary>The policies that ship, and those of the tests, are ordinary C#.</summary>
public sealed class PolicyTests
{
    private static readonly string[] Folders = ["policies/", "tests/Evaluate/cases/", "fixtures/benign/"];

    private static readonly string[] Paths =
        [.. Repository.Files("*.csx").Where(path => Folders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal)))];

    private static readonly Lazy<CompiledPolicies> Compiled = new(() => PolicyCompiler.Compile(Paths.Select(Source)));

    public static TheoryData<string> Policies => [.. Paths];

    [Theory]
    [MemberData(nameof(Policies))]
    public void A_policy_is_not_refused(string policy) =>
        Compiled.Value.Diagnostics.GetValueOrDefault(policy, [])
            .Where(one => one.Code.StartsWith("PG0", StringComparison.Ordinal) && one.Code != "PG0001")
            .ShouldBeEmpty();

    private static PolicySource Source(string path) => new(path, path, File.ReadAllText(Repository.At(path)));
}
