namespace PolicyGate.Tests;

/// <summary><c>policygate test</c> makes the fixes that a policy offers in its cases, and judges what comes of them.</summary>
public sealed class FixProofTests
{
    private const string Policy = """
        // A container that was given no memory takes that of its neighbours.

        return new Policy<Container>
        {
            Title       = "Containers have a memory limit",
            Severity    = Low,
            Controls    = [Nist80053("SC-6")],
            Remediation = "Set a limit.",
            Subjects    = estate => estate.Containers,
            Evaluate    = container => Limited(container["resources.limits.memory"]),
        };

        Verdict Limited(Node limit) =>
            limit.Text == "1Gi" ? Pass(limit) : Fail(limit, $"{limit.Path} is not 1Gi but '{limit}'", FIX);
        """;

    private const string Case = """
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web     # the one that people see
              image: web:1.0
        """;

    [Theory]
    [InlineData("null", 0, "2 passed, 0 failed")]
    [InlineData("Set(limit, \"1Gi\")", 0, "2 passed, 0 failed")]
    [InlineData("Set(limit, \"2Gi\")", 1, "once fixed, there is still: spec.containers[0].resources.limits.memory is not 1Gi but '2Gi'")]
    [InlineData("Set(limit.Parent[\"cpu\"], \"1\")", 1, "once fixed, there is still: spec.containers[0].resources.limits.memory is not 1Gi")]
    [InlineData("Remove(limit)", 1, "once fixed, there is still")]
    public void A_fix_that_does_not_mend_its_case_fails_the_case(string fix, int exitCode, string said)
    {
        using TemporaryDirectory work = new();
        work.Write("policies/memory/limit/limit.csx", Policy.Replace("FIX", fix, StringComparison.Ordinal));
        work.Write("policies/memory/limit/cases/fail.unset.yaml", Case);
        work.Write("policies/memory/limit/cases/pass.set.yaml", $"{Case}\n      resources: {{ limits: {{ memory: 1Gi }} }}\n");

        ProgramRun run = PolicyGateProcess.RunIn(work.Path, "test");

        run.ExitCode.ShouldBe(exitCode, run.ToString());
        run.Output.ShouldContain(said);
        File.ReadAllText(Path.Combine(work.Path, "policies/memory/limit/cases/fail.unset.yaml")).ShouldBe(Case);
    }
}
