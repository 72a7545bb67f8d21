using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Tests;

/// <summary>What a repository says of all of itself: workflows and owners of code.</summary>
public sealed class RepositoryFilesTests
{
    private const string Workflow = "on: push\njobs: { a: { steps: [{ run: 'echo ${{ github.sha }}' }] } }\n";

    [Fact]
    public void Workflows_are_read_at_their_place_and_nowhere_else()
    {
        using Scratch scratch = new();
        scratch.Write(".github/workflows/a.yml", Workflow);
        scratch.Write(".github/workflows/b.yaml", Workflow);
        scratch.Write(".github/workflows/c.txt", Workflow);
        scratch.Write(".github/dependabot.yml", Workflow);
        scratch.Write("templates/d.yaml", Workflow);

        scratch.Collect(".").Surroundings.Workflows.Select(document => document.File).ShouldBe([".github/workflows/a.yml", ".github/workflows/b.yaml"]);
    }

    [Fact]
    public void The_nearest_directory_counts()
    {
        using Scratch scratch = new();
        scratch.Write(".github/workflows/a.yml", Workflow);
        scratch.Write("inner/.github/workflows/b.yml", Workflow);
        scratch.Write("inner/deep/x.yaml", "a: b");
        scratch.Write("outer/x.yaml", "a: b");

        scratch.Collect("inner/deep").Surroundings.Workflows.ShouldHaveSingleItem().File.ShouldBe("inner/.github/workflows/b.yml");
        scratch.Collect("outer").Surroundings.Workflows.ShouldHaveSingleItem().File.ShouldBe(".github/workflows/a.yml");
    }

    [Fact]
    public void A_workflow_that_cannot_be_read_is_a_problem()
    {
        using Scratch scratch = new();
        scratch.Write(".github/workflows/a.yml", "on: [push\njobs: {}\n");

        scratch.Collect(".").Problems.ShouldHaveSingleItem().Location.File.ShouldBe(".github/workflows/a.yml");
    }

    [Fact]
    public void Lines_of_owners_have_their_place()
    {
        using Scratch scratch = new();
        scratch.Write("CODEOWNERS", "* @other\n");
        scratch.Write(".github/CODEOWNERS", "# owners\n\n*  @octo/erp-cab\n/docs/\n");

        Document owners = scratch.Collect(".").Surroundings.CodeOwners.ShouldHaveSingleItem();

        owners.File.ShouldBe(".github/CODEOWNERS");
        owners.Root["rules"].Items.Select(rule => $"{rule.Location.Span.StartLine} {rule["pattern"]} {string.Join(',', rule["owners"].Texts)}".TrimEnd())
            .ShouldBe(["3 * @octo/erp-cab", "4 /docs/"]);
    }
}
