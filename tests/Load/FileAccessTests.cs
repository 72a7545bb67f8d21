using PolicyGate.Model.Assessments;
using PolicyGate.Tests;

namespace PolicyGate.Load.Tests;

/// <summary>What a directory may hold beside readable files.</summary>
public class FileAccessTests
{
    private const string Manifest = "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: x }\n";

    [Fact]
    public void A_path_that_is_not_there()
    {
        using Scratch scratch = new();
        LoadProblem problem = scratch.Collect("absent").Problems.ShouldHaveSingleItem();
        (problem.Id, problem.Outcome, problem.Location.File).ShouldBe(("load/unreadable", Outcome.Error, "absent"));
    }

    [UnixFact]
    public void Links_to_files_are_followed_within_the_repository_only()
    {
        using Scratch outside = new();
        using Scratch scratch = new();
        string secret = outside.Write("secret.yaml", Manifest);
        string inside = scratch.Write("real/inside.yaml", Manifest);
        File.CreateSymbolicLink(Path.Combine(scratch.Root, "leads-out.yaml"), secret);
        File.CreateSymbolicLink(Path.Combine(scratch.Root, "leads-in.yaml"), inside);
        File.CreateSymbolicLink(Path.Combine(scratch.Root, "leads-nowhere.yaml"), "absent");
        File.CreateSymbolicLink(Path.Combine(scratch.Root, "circle.yaml"), "circle.yaml");

        Collection collection = scratch.Collect(".");

        collection.Problems.Select(problem => (problem.Location.File, problem.Id)).ShouldBe(
        [
            ("circle.yaml", "load/unreadable"),
            ("leads-nowhere.yaml", "load/unreadable"),
            ("leads-out.yaml", "load/unreadable"),
        ]);
        collection.Files.Where(file => file.Manifests > 0).Select(file => file.File)
            .ShouldBe(["leads-in.yaml", "real/inside.yaml"]);
    }

    [UnixFact]
    public void Links_to_directories_are_not_followed()
    {
        using Scratch scratch = new();
        scratch.Write("real/a.yaml", Manifest);
        Directory.CreateSymbolicLink(Path.Combine(scratch.Root, "real", "circle"), scratch.Root);
        Directory.CreateSymbolicLink(Path.Combine(scratch.Root, "tricky"), "/");
        File.CreateSymbolicLink(Path.Combine(scratch.Root, "through.yaml"), "tricky/etc/hostname");

        Collection collection = scratch.Collect(".");

        collection.Files.Where(file => file.Reason == SetAsideReason.LinkedDirectory).Select(file => file.File)
            .ShouldBe(["real/circle/", "tricky/"]);
        collection.Problems.ShouldHaveSingleItem().Location.File.ShouldBe("through.yaml");
    }

    [UnixFact]
    public void A_device_is_not_opened()
    {
        using Scratch scratch = new();
        LoadProblem problem = scratch.Collect("/dev/zero").Problems.ShouldHaveSingleItem();
        problem.Id.ShouldBe("load/empty-file");
    }

    [Fact]
    public void Hidden_directories_and_modules_are_not_entered()
    {
        using Scratch scratch = new();
        scratch.Write(".git/a.yaml", "[");
        scratch.Write(".cache/a.yaml", "[");
        scratch.Write("node_modules/a.yaml", "[");
        Collection collection = scratch.Collect(".");
        collection.Problems.ShouldBeEmpty();
        collection.Files.Select(file => file.File).ShouldBe([".cache/", "node_modules/"]);
    }

    [Fact]
    public void Sources_are_read_wherever_they_are_and_only_if_wanted()
    {
        using Scratch scratch = new();
        scratch.Write("environments/one.yaml",
            "apiVersion: policygate.dev/v1\nkind: Environment\nmetadata: { name: one }\nspec: { sources: [{ path: base }] }\n");
        scratch.Write("base/a.yaml", Manifest);

        scratch.Collect("environments").Environments.ShouldHaveSingleItem().Manifests.Length.ShouldBe(1);
        Loader.Collect(new() { Root = scratch.Root, Paths = ["environments"], FollowSources = false })
            .Environments.ShouldHaveSingleItem().Manifests.ShouldBeEmpty();
    }
}
