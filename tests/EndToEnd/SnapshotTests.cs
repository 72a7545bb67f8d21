namespace PolicyGate.Tests;

/// <summary><c>policygate snapshot</c> as a terminal and a build server meet it.</summary>
public sealed class SnapshotTests
{
    private const string Canary = "canary-2b77d0";

    /// <summary>Nobody listens on port 1 (tcpmux).</summary>
    private const string Unreachable = $$"""
        current-context: prod
        clusters: [{ name: hospital, cluster: { server: "https://127.0.0.1:1" } }]
        users: [{ name: auditor, user: { token: {{Canary}} } }]
        contexts: [{ name: prod, context: { cluster: hospital, user: auditor } }]
        """;

    [Fact]
    public void A_cluster_that_does_not_answer_is_told_and_the_file_says_so_too()
    {
        using TemporaryDirectory work = new();
        work.Write("kubeconfig", Unreachable);

        ProgramRun run = PolicyGateProcess.RunIn(
            work.Path, "snapshot", "--kubeconfig", "kubeconfig", "--context", "prod", "--output", "live.json", "--timeout", "1");

        run.ExitCode.ShouldBe(3, run.ToString());
        run.Output.ShouldStartWith("prod: 0 objects of 0 kinds, 0 kinds unknown, in ");
        run.Errors.ShouldContain("policygate: what the cluster serves was not read within 1 s");
        string file = File.ReadAllText(Path.Combine(work.Path, "live.json"));
        file.ShouldContain("\"isComplete\":false");
        foreach (string text in (string[])[run.Output, run.Errors, file])
        {
            text.ShouldNotContain(Canary);
        }
    }

    [Theory]
    [InlineData("", 3)]
    [InlineData("--allow-partial", 0)]
    public void Kinds_that_may_not_be_listed_are_told_and_can_be_tolerated(string option, int exitCode)
    {
        using TemporaryDirectory work = new();
        using ApiServerOfFewKinds server = new("few");
        work.Write("kubeconfig", server.Kubeconfig);

        ProgramRun run = PolicyGateProcess.RunIn(
            work.Path, ["snapshot", "--kubeconfig", "kubeconfig", "--output", "live.json", .. option.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        run.ExitCode.ShouldBe(exitCode, run.ToString());
        run.Errors.ShouldContain("policygate: pods is unknown:");
        File.ReadAllText(Path.Combine(work.Path, "live.json")).ShouldContain("\"isComplete\":false");
    }

    [Fact]
    public void A_cluster_that_does_not_answer_is_never_tolerated()
    {
        using TemporaryDirectory work = new();
        work.Write("kubeconfig", Unreachable);

        ProgramRun run = PolicyGateProcess.RunIn(
            work.Path, "snapshot", "--kubeconfig", "kubeconfig", "--output", "live.json", "--timeout", "1", "--allow-partial");

        run.ExitCode.ShouldBe(3, run.ToString());
    }

    /// <summary>Each line: what is wrong, and what is said of it.</summary>
    [Theory]
    [InlineData("--context prd --output live.json", "there is no context 'prd' in kubeconfig; there are: prod")]
    [InlineData("--context prod", "Option '--output' is required.")]
    [InlineData("--output nowhere/live.json", "nowhere/live.json: the snapshot cannot be written there: check the directory and its permissions")]
    [InlineData("--output live.json --timeout 0", "--timeout takes seconds, from 1 to 86400")]
    [InlineData("--output live.json --namespace Erp", "'Erp' is no name of a namespace")]
    [InlineData("--output live.json --also-kind v1/Endpoints/x", "'v1/Endpoints/x' is no name of a kind: say it as kubectl does, such as endpointslices.discovery.k8s.io")]
    [InlineData("--output live.json --secret-key-file kubeconfig-key", "kubeconfig-key: the key cannot be read")]
    [InlineData("--output live.json --secret-key-file short", "short: a key has 32 to 4096 bytes; `openssl rand -hex 32` makes one")]
    [InlineData("--output live.json --in-cluster", "--in-cluster and --kubeconfig contradict each other: give one of them")]
    public void A_mistake_is_told_before_anything_is_read(string arguments, string message)
    {
        using TemporaryDirectory work = new();
        work.Write("kubeconfig", Unreachable);
        work.Write("short", "secret");

        ProgramRun run = PolicyGateProcess.RunIn(work.Path, ["snapshot", "--kubeconfig", "kubeconfig", .. arguments.Split(' ')]);

        run.ExitCode.ShouldBe(2, run.ToString());
        run.Errors.ShouldContain($"policygate: {message}");
        File.Exists(Path.Combine(work.Path, "live.json")).ShouldBeFalse();
    }
}
