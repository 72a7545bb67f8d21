using System.Collections.Immutable;
using PolicyGate.Load.Policies;
using PolicyGate.Model.Governance;
using PolicyGate.Tests;

namespace PolicyGate.Load.Tests;

/// <summary>What a directory of policies may hold, when anybody may have put it there.</summary>
public sealed class PolicyFilesTests
{
    private const string Policy = "// A reason.\nreturn 1;\n";

    [UnixFact]
    public void Links_to_files_are_followed_within_the_repository_only()
    {
        using Scratch outside = new();
        using Scratch scratch = new();
        string policies = Path.GetDirectoryName(scratch.Write("policies/own.csx", Policy))!;
        File.CreateSymbolicLink(Path.Combine(policies, "leads-out.csx"), outside.Write("secret", "canary"));
        File.CreateSymbolicLink(Path.Combine(policies, "leads-in.csx"), scratch.Write("elsewhere.csx", Policy));
        File.CreateSymbolicLink(Path.Combine(policies, "leads-nowhere.csx"), "absent");
        File.CreateSymbolicLink(Path.Combine(policies, "circle.csx"), "circle.csx");
        File.CreateSymbolicLink(Path.Combine(policies, "endless.csx"), "/dev/zero");

        ImmutableArray<PolicySource> found = PolicyFiles.Find(policies, scratch.Root);

        found.Where(source => source.Unreadable is null).Select(source => (source.Id, source.Text))
            .ShouldBe([("leads-in", Policy), ("own", Policy)]);
        found.Where(source => source.Unreadable is not null).Select(source => (source.Id, source.Text))
            .ShouldBe([("circle", ""), ("endless", ""), ("leads-nowhere", ""), ("leads-out", "")]);
    }

    [UnixFact]
    public void Links_to_directories_are_told_and_not_followed()
    {
        using Scratch scratch = new();
        string policies = Path.GetDirectoryName(scratch.Write("policies/own.csx", Policy))!;
        Directory.CreateSymbolicLink(Path.Combine(policies, "circle"), policies);
        Directory.CreateSymbolicLink(Path.Combine(policies, "system"), "/");

        ImmutableArray<PolicySource> found = PolicyFiles.Find(policies, scratch.Root);

        found.Select(source => (source.Id, source.File, source.Unreadable is null)).ShouldBe(
        [
            ("circle", "policies/circle", false),
            ("own", "policies/own.csx", true),
            ("system", "policies/system", false),
        ]);
    }

    [Fact]
    public void What_is_too_long_for_a_policy_is_read_no_further()
    {
        using Scratch scratch = new();
        scratch.Write("policies/long.csx", "// A reason.\n" + new string('x', 3 * PolicySource.MostBytes));

        PolicySource found = PolicyFiles.Find(Path.Combine(scratch.Root, "policies"), scratch.Root).ShouldHaveSingleItem();

        found.Text.Length.ShouldBe(PolicySource.MostBytes + 1);
        found.Reason.ShouldBe("A reason.");
    }

    [Theory]
    [InlineData("policies/load/unreadable.csx")]
    [InlineData("policies/waiver/expired/expired.csx")]
    [InlineData("policies/drift/changed.csx")]
    public void Names_of_the_programs_own_findings_are_refused(string file)
    {
        using Scratch scratch = new();
        scratch.Write(file, Policy);

        PolicyFiles.Find(Path.Combine(scratch.Root, "policies"), scratch.Root).ShouldHaveSingleItem().Unreadable.ShouldNotBeNull();
    }

    [Fact]
    public void Cases_are_beside_a_policy()
    {
        using Scratch scratch = new();
        scratch.Write("policies/a/b/b.csx", Policy);
        scratch.Write("policies/a/b/cases/data.csx", Policy);
        scratch.Write("policies/a/c.csx", Policy);
        scratch.Write("policies/a/c/cases/data.csx", Policy);
        scratch.Write("policies/cases/d/d.csx", Policy);

        PolicyFiles.Find(Path.Combine(scratch.Root, "policies"), scratch.Root).Select(source => source.Id)
            .ShouldBe(["a/b", "a/c", "cases/d"]);
    }
}
