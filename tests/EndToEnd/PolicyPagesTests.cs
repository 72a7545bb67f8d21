namespace PolicyGate.Tests;

/// <summary><c>policygate list --pages</c>, and <c>docs/policies</c>, which it writes.</summary>
public sealed class PolicyPagesTests
{
    private const string Policy = """
        // Terminals are for people.

        return new Policy<Container>
        {
            Title       = "Containers have no terminal",
            Severity    = Low,
            Controls    = [Nist80053("CM-7")],
            Remediation = "Remove tty.",
            Subjects    = estate => estate.Containers,
            Evaluate    = container => container["tty"].IsTrue ? Fail(container["tty"], "a terminal") : Pass(container["tty"]),
        };
        """;

    [Fact]
    public void The_pages_in_docs_are_those_of_the_policies_that_ship()
    {
        using TemporaryDirectory work = new();

        ProgramRun run = PolicyGateProcess.Run("list", "--pages", work.Path);

        run.ExitCode.ShouldBe(0, run.ToString());
        Pages(Repository.At("docs", "policies")).ShouldBe(Pages(work.Path), "generate them anew: policygate list --pages docs/policies");
    }

    [Fact]
    public void A_page_of_a_policy_that_is_gone_goes_too_and_other_files_stay()
    {
        using TemporaryDirectory work = new();
        work.Write("policies/containers/no-terminal.csx", Policy);
        work.Write("policies/containers/no-input.csx", Policy);
        work.Write("pages/notes.md", "# Ours\n");
        PolicyGateProcess.RunIn(work.Path, "list", "--pages", "pages").ExitCode.ShouldBe(0);
        File.Delete(Path.Combine(work.Path, "policies", "containers", "no-input.csx"));

        ProgramRun run = PolicyGateProcess.RunIn(work.Path, "list", "--pages", "pages");

        run.ExitCode.ShouldBe(0, run.ToString());
        Pages(Path.Combine(work.Path, "pages")).Keys.ShouldBe(["README.md", "containers/no-terminal.md", "notes.md"]);
    }

    [Fact]
    public void Nothing_is_written_over_what_is_no_page()
    {
        using TemporaryDirectory work = new();
        work.Write("policies/containers/no-terminal.csx", Policy);
        work.Write("README.md", "# Ours\n");

        ProgramRun run = PolicyGateProcess.RunIn(work.Path, "list", "--pages", ".");

        run.ExitCode.ShouldBe(2);
        run.Errors.ShouldContain("README.md");
        File.ReadAllText(Path.Combine(work.Path, "README.md")).ShouldBe("# Ours\n");
        Pages(work.Path).Keys.ShouldBe(["README.md"]);
    }

    private static SortedDictionary<string, string> Pages(string directory) => new(
        Directory.EnumerateFiles(directory, "*.md", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetRelativePath(directory, file).Replace('\\', '/'),
            file => File.ReadAllText(file).ReplaceLineEndings("\n")),
        StringComparer.Ordinal);
}
