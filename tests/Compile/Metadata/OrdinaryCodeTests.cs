using System.Collections.Immutable;
using PolicyGate.Compile.Metadata;
using PolicyGate.Model.Governance;
using PolicyGate.Tests;

namespace PolicyGate.Compile.Tests.Metadata;

/// <summary>What people write passes the check of emitted code, whatever the compiler makes of it.</summary>
public sealed class OrdinaryCodeTests
{
    private static readonly Lazy<ImmutableArray<MetadataRefusal>> Refusals = new(() =>
    {
        PolicySource[] all = [.. Features(), .. Scripts("policies"), .. Scripts("fixtures/benign")];
        return EmittedImage.Check(EmittedImage.OfPolicies(all), new(all));
    });

    public static TheoryData<string> FeatureNames => [.. EmittedImage.Sections("ordinary.txt").Select(section => section.Heading)];

    public static TheoryData<string> PolicyIds => [.. Scripts("policies").Concat(Scripts("fixtures/benign")).Select(policy => policy.Id)];

    [Theory]
    [MemberData(nameof(FeatureNames))]
    public void A_feature_of_the_language_passes(string feature) => RefusalsOf(feature).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(PolicyIds))]
    public void An_ordinary_policy_passes(string policy) => RefusalsOf(policy).ShouldBeEmpty();

    [Fact]
    public void What_the_compiler_makes_for_all_passes() =>
        Refusals.Value.Where(refusal => refusal.PolicyClass is null).ShouldBeEmpty();

    private static IEnumerable<string> RefusalsOf(string policy) =>
        Refusals.Value.Where(refusal => refusal.PolicyClass == CompiledName.Of(policy)).Select(refusal => refusal.Message);

    private static IEnumerable<PolicySource> Features() => EmittedImage.Sections("ordinary.txt")
        .Select(section => new PolicySource(section.Heading, section.Heading, section.Text + EmittedImage.AnyPolicy));

    /// <summary>What the check of the text refuses is no matter of this one.</summary>
    private static IEnumerable<PolicySource> Scripts(string folder) => Repository.Files("*.csx")
        .Where(path => path.StartsWith($"{folder}/", StringComparison.Ordinal))
        .Select(path => new PolicySource(path, path, File.ReadAllText(Repository.At(path))))
        .Where(policy => PolicyScript.Rewrite(policy).Script is not null);
}
