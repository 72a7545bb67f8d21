using System.Reflection;
using PolicyGate.Compile.Lists;
using PolicyGate.Compile.Metadata;
using PolicyGate.Model.Governance;

namespace PolicyGate.Compile.Tests.Metadata;

/// <summary>What becomes of policies when the check of emitted code refuses what the first check has allowed.</summary>
public sealed class RefusedPolicyTests
{
    private static readonly PolicySource Trimming = new("a/trims", "policies/a/trims.csx", "string Trim(string s) => s.Trim();" + EmittedImage.AnyPolicy);
    private static readonly PolicySource Plain = new("a/plain", "policies/a/plain.csx", EmittedImage.AnyPolicy);

    [Fact]
    public void A_refusal_in_a_policy_s_class_leaves_out_that_policy_alone()
    {
        Permissions strict = new(
            id => id != "M:System.String.Trim" && AllowList.Holds(id), AllowList.Grants, DataLines.Of("compiler-only"), AssemblyIdentity.OfPolicies);
        CompiledPolicies compiled = PolicyCompiler.Compile([Trimming, Plain], strict);
        compiled.Diagnostics.Keys.ShouldBe([Trimming.Id]);
        compiled.Diagnostics[Trimming.Id].ShouldHaveSingleItem().ShouldBe(new(
            Trimming.File, 1, 26, "PG0301", "the compiled policy is refused: System.String.Trim is not among the members that policies may use"));
        Assembly.Load(compiled.Image).GetTypes().Select(type => type.Name).ShouldContain(CompiledName.Of(Plain.Id));
        Assembly.Load(compiled.Image).GetTypes().Select(type => type.Name).ShouldNotContain(CompiledName.Of(Trimming.Id));
    }

    [Fact]
    public void A_refusal_of_the_module_leaves_out_all_policies()
    {
        Permissions closed = new(AllowList.Holds, AllowList.Grants, DataLines.Of("compiler-only"), new HashSet<AssemblyIdentity>());
        CompiledPolicies compiled = PolicyCompiler.Compile([Trimming, Plain], closed);
        compiled.Image.ShouldBeEmpty();
        compiled.Diagnostics.Keys.ShouldBe([Trimming.Id, Plain.Id], ignoreOrder: true);
        compiled.Diagnostics.Values.SelectMany(found => found).ShouldAllBe(diagnostic => diagnostic.Code == "PG0301");
    }
}
