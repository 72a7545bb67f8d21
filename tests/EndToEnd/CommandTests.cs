using System.Text.Json;

namespace PolicyGate.Tests;

/// <summary>The command line as its users meet it.</summary>
public sealed class CommandTests
{
    private const string Pod = """
        apiVersion: v1
        kind: Pod
        metadata: { name: web, namespace: erp }
        spec:
          containers:
            - name: web
              image: registry.example/web:1.0
              securityContext: { privileged: true } # for the scanner
        """;

    /// <summary>The example of the design, word for word.</summary>
    private const string MemoryLimit = """
        // Every container states how much memory it may use,
        // so that one workload cannot starve its neighbours on the node.

        return new Policy<Container, Limits>
        {
            Title       = "Containers declare a memory limit",
            Severity    = Medium,
            Controls    = [Nist80053("SC-6"), Hipaa("164.306(a)(1)")],
            Remediation = "Set resources.limits.memory on the container.",
            Subjects    = estate => estate.Containers,
            Evaluate    = (container, limits) => Bounded(container["resources.limits.memory"], limits.Max),
        };

        record Limits { public Quantity Max { get; init; } = "4Gi"; }

        Verdict Bounded(Node limit, Quantity max) =>
            limit.IsMissing                     ? Fail(limit, $"{limit.Path} is not set", fix: Set(limit, max))
            : Quantity.Parse(limit.Text) > max  ? Fail(limit, $"{limit.Path} is {limit}, more than the allowed {max}")
            : Pass(limit);
        """;

    [Fact]
    public void A_directory_and_a_directory_of_policies_are_enough()
    {
        using TemporaryDirectory work = new();
        work.Write("manifests/pod.yaml", Pod);
        work.Write("mine/resources/memory-limit-required.csx", MemoryLimit);

        ProgramRun run = PolicyGateProcess.RunIn(work.Path, "check", "manifests", "--policies", "mine", "--output", "json");

        run.ExitCode.ShouldBe(1, run.ToString());
        JsonElement finding = run.Json.GetProperty("findings").EnumerateArray().ShouldHaveSingleItem();
        finding.GetProperty("policy").GetString().ShouldBe("resources/memory-limit-required");
        finding.GetProperty("verdict").GetString().ShouldBe("fail");
        finding.GetProperty("message").GetString().ShouldBe("spec.containers[0].resources.limits.memory is not set");
        finding.GetProperty("environment").GetString().ShouldBe("default");
        finding.GetProperty("resource").GetProperty("namespace").GetString().ShouldBe("erp");
        finding.GetProperty("location").GetProperty("file").GetString().ShouldBe("manifests/pod.yaml");
        finding.GetProperty("location").GetProperty("startLine").GetInt32().ShouldBe(6);
        finding.GetProperty("location").GetProperty("startColumn").GetInt32().ShouldBe(7);
        finding.GetProperty("controls")[0].GetString().ShouldBe("NIST 800-53 SC-6");
        finding.GetProperty("fix").ValueKind.ShouldBe(JsonValueKind.Object);
        finding.GetProperty("waiver").ValueKind.ShouldBe(JsonValueKind.Null);
        run.Json.GetProperty("schemaVersion").GetInt32().ShouldBe(1);
        run.Json.GetProperty("gate").GetString().ShouldBe("closed");
    }

    [Fact]
    public void A_fix_is_made_and_the_comment_stays()
    {
        using TemporaryDirectory work = new();
        work.Write("pod.yaml", Pod);

        ProgramRun run = PolicyGateProcess.RunIn(work.Path, "check", "--fix", "--policy", "pod-security/baseline/privileged");

        run.ExitCode.ShouldBe(0, run.ToString());
        work.Read("pod.yaml").ShouldBe(Pod.Replace("privileged: true", "privileged: false", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("no Kubernetes manifest found", "check", "empty")]
    [InlineData("there is no file or directory 'nowhere'", "check", "nowhere")]
    [InlineData("--policy nothing/* names no policy", "check", "--policy", "nothing/*")]
    [InlineData("there is no profile 'lax'; there are: default, healthcare, pod-security-baseline, pod-security-restricted, strict", "check", "--profile", "lax")]
    [InlineData("there is no environment 'mars'; there are: default", "check", "--environment", "mars")]
    [InlineData("there is no format 'pdf'", "check", "--output", "pdf")]
    [InlineData("--fail-on takes low, medium, high or critical", "check", "--fail-on", "some")]
    [InlineData("--now takes an instant", "check", "--now", "yesterday")]
    [InlineData("--now takes an instant", "check", "--now", "11/12/2026")]
    [InlineData("Run `policygate new policy --help`", "new", "policy")]
    [InlineData("Run `policygate --help`", "chekc")]
    [InlineData("no policy has the id of any of the 1 cases", "test", "--cases", "cases")]
    [InlineData("there is no directory of policies 'none'", "check", "--policies", "none")]
    [InlineData("there is no directory of waivers 'none'", "check", "--waivers", "none")]
    [InlineData("there is no policy 'privileged'; did you mean", "explain", "privileged")]
    [InlineData("--frobnicate", "check", "--frobnicate")]
    [InlineData("Unrecognized command", "chekc")]
    public void A_wrong_command_says_what_to_do(string message, params string[] arguments)
    {
        using TemporaryDirectory work = new();
        work.Write("pod.yaml", Pod);
        work.Write("empty/values.txt", "");
        work.Write("cases/nothing/of-the-kind/pass.pod.yaml", Pod);

        ProgramRun run = PolicyGateProcess.RunIn(work.Path, arguments);

        run.ExitCode.ShouldBe(2, run.ToString());
        run.Errors.ShouldContain(message);
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public void A_policy_that_does_not_compile_is_shown_as_a_compiler_would_and_the_others_judge()
    {
        using TemporaryDirectory work = new();
        work.Write("pod.yaml", Pod);
        work.Write("policies/resources/memory-limit-required.csx", MemoryLimit);
        work.Write("policies/broken.csx", "// Broken.\nreturn new Policy<Container> { Title = 1 };\n");

        ProgramRun run = PolicyGateProcess.RunIn(work.Path, "check", "--output", "json");

        run.ExitCode.ShouldBe(3, run.ToString());
        run.Errors.ShouldContain("policies/broken.csx(2,40): error CS0029");
        run.Json.GetProperty("gate").GetString().ShouldBe("inconclusive");
        run.Json.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("policy").GetString())
            .ShouldContain("resources/memory-limit-required");
    }

    [Fact]
    public void Only_what_a_change_brings_closes_the_gate()
    {
        using TemporaryDirectory work = new();
        work.Write("old.yaml", Pod);
        Git.Run(work.Path, "init", "--quiet");
        Git.Run(work.Path, "add", ".");
        Git.Run(work.Path, "-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "--quiet", "-m", "old");
        string[] check = ["check", "--policy", "pod-security/baseline/*", "--baseline", "HEAD", "--output", "json"];

        PolicyGateProcess.RunIn(work.Path, check).ExitCode.ShouldBe(0);

        work.Write("old.yaml", "# a comment, and the finding moves\n" + Pod);
        PolicyGateProcess.RunIn(work.Path, check).ExitCode.ShouldBe(0);

        work.Write("new.yaml", Pod.Replace("name: web, namespace", "name: new, namespace", StringComparison.Ordinal));
        ProgramRun run = PolicyGateProcess.RunIn(work.Path, check);
        run.ExitCode.ShouldBe(1, run.ToString());
        run.Json.GetProperty("findings").EnumerateArray()
            .Select(finding => $"{finding.GetProperty("location").GetProperty("file")} {finding.GetProperty("standing")}")
            .ShouldBe(["new.yaml counts", "old.yaml known-before"]);
    }

    [Fact]
    public void A_comparison_tells_what_was_introduced_and_fixed_and_what_is_not_affected()
    {
        using TemporaryDirectory work = new();
        work.Write("a/pod.yaml", Pod);
        work.Write("b/pod.yaml", Pod.Replace("name: web, namespace", "name: other, namespace", StringComparison.Ordinal));
        work.Write("a/environment.yaml", Environment("a"));
        work.Write("b/environment.yaml", Environment("b"));
        Commit(work);
        work.Write("a/pod.yaml", Pod.Replace("name: web, namespace", "name: new, namespace", StringComparison.Ordinal));

        ProgramRun run = PolicyGateProcess.RunIn(
            work.Path, "check", "--policy", "pod-security/baseline/privileged", "--baseline", "HEAD", "--output", "json");

        run.ExitCode.ShouldBe(1, run.ToString());
        JsonElement comparison = run.Json.GetProperty("comparison");
        comparison.GetProperty("introduced").GetInt32().ShouldBe(1);
        comparison.GetProperty("unchanged").GetInt32().ShouldBe(1);
        comparison.GetProperty("fixed").EnumerateArray().ShouldHaveSingleItem()
            .GetProperty("resource").GetProperty("name").GetString().ShouldBe("web");
        comparison.GetProperty("unaffectedEnvironments").EnumerateArray().ShouldHaveSingleItem().GetString().ShouldBe("b");
    }

    [Fact]
    public void Policies_waivers_and_configuration_of_an_earlier_revision_judge_the_change()
    {
        using TemporaryDirectory work = new();
        work.Write("policies/a/no-pods.csx", NoPods);
        work.Write("base/pod.yaml", Pod);
        Commit(work);
        File.Delete(Path.Combine(work.Path, "policies/a/no-pods.csx"));
        work.Write("policies/a/lax.csx", NoPods.Replace("Fail(pod.Node, \"a pod\")", "Pass(pod.Node)", StringComparison.Ordinal));
        work.Write("policygate.yaml", """
            apiVersion: policygate.dev/v1
            kind: Configuration
            spec: { exclude: [{ files: "base/**", reason: not to be looked at }] }
            """);
        work.Write("base/waiver.yaml", """
            apiVersion: policygate.dev/v1
            kind: Waiver
            metadata: { name: own }
            spec:
              policy: a/no-pods
              resource: { kind: Pod, name: web }
              reason: because
              ticket: T-1
              owner: me
              approver: me too
              expires: 2099-01-01
            """);

        ProgramRun run = PolicyGateProcess.RunIn(work.Path, "check", "--policies-from", "HEAD", "--policy", "**", "--output", "json");

        run.ExitCode.ShouldBe(1, run.ToString());
        JsonElement finding = run.Json.GetProperty("findings").EnumerateArray().ShouldHaveSingleItem();
        finding.GetProperty("policy").GetString().ShouldBe("a/no-pods");
        finding.GetProperty("waiver").ValueKind.ShouldBe(JsonValueKind.Null);
        finding.GetProperty("location").GetProperty("file").GetString().ShouldBe("base/pod.yaml");
        PolicyGateProcess.RunIn(work.Path, "check", "--policies-from", "HEAD", "--policies", "more").Errors
            .ShouldContain("the revision that --policies-from names has no 'more'");
    }

    private const string NoPods = """
        // Pods alone are not started again when they end.

        return new Policy<PodTemplate>
        {
            Title       = "No pods",
            Controls    = [Nist80053("CM-6")],
            Severity    = Medium,
            Remediation = "Use a Deployment.",
            Subjects    = estate => estate.Pods,
            Evaluate    = pod => Fail(pod.Node, "a pod"),
        };
        """;

    private static string Environment(string name) => $$"""
        apiVersion: policygate.dev/v1
        kind: Environment
        metadata: { name: {{name}} }
        spec: { entity: clinic-{{name}}, class: test, isolation: dedicated-cluster, data: internal, sources: [{ path: . }] }
        """;

    private static void Commit(TemporaryDirectory work)
    {
        Git.Run(work.Path, "init", "--quiet");
        Git.Run(work.Path, "add", ".");
        Git.Run(work.Path, "-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "--quiet", "-m", "old");
    }

    [Fact]
    public void A_revision_without_manifests_is_a_baseline_too()
    {
        using TemporaryDirectory work = new();
        work.Write("README.md", "Nothing yet.");
        Git.Run(work.Path, "init", "--quiet");
        Git.Run(work.Path, "add", ".");
        Git.Run(work.Path, "-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "--quiet", "-m", "first");
        work.Write("pod.yaml", Pod);

        ProgramRun run = PolicyGateProcess.RunIn(
            work.Path, "check", "--policy", "pod-security/baseline/privileged", "--baseline", "HEAD", "--output", "json");

        run.ExitCode.ShouldBe(1, run.ToString());
        run.Json.GetProperty("findings").EnumerateArray().Single().GetProperty("standing").GetString().ShouldBe("counts");
    }

    [Fact]
    public void Excluded_files_are_not_judged_and_listed_with_the_reason()
    {
        using TemporaryDirectory work = new();
        work.Write("policygate.yaml", """
            apiVersion: policygate.dev/v1
            kind: Configuration
            spec: { exclude: [{ files: "vendor/**", reason: rendered into base }] }
            """);
        work.Write("base/pod.yaml", Pod.Replace("privileged: true", "privileged: false", StringComparison.Ordinal));
        work.Write("vendor/deep/pod.yaml", Pod);
        string[] check = ["check", "--policy", "pod-security/baseline/privileged", "--output", "json"];

        ProgramRun run = PolicyGateProcess.RunIn(work.Path, check);

        run.ExitCode.ShouldBe(0, run.ToString());
        JsonElement aside = run.Json.GetProperty("filesSetAside").EnumerateArray().ShouldHaveSingleItem();
        aside.GetProperty("file").GetString().ShouldBe("vendor/deep/pod.yaml");
        aside.GetProperty("reason").GetString().ShouldBe("excluded: rendered into base");
        PolicyGateProcess.RunIn(work.Path, [.. check, "vendor/deep/pod.yaml"]).ExitCode.ShouldBe(1);
    }

    [Theory]
    [InlineData("there is no 'none', which spec.waivers of policygate.yaml names", "spec: { waivers: [none] }")]
    [InlineData("there is no 'none', which spec.profiles of policygate.yaml names", "spec: { profiles: [none] }")]
    [InlineData("policygate.yaml holds more than one document of kind Configuration", """
        spec: {}
        ---
        apiVersion: policygate.dev/v1
        kind: Configuration
        spec: {}
        """)]
    [InlineData("profiles/mine.yaml:4:37: `huge` is not one of", "spec: { profile: mine, profiles: [profiles] }")]
    [InlineData("policygate.yaml:3:9: `high\\u{A}::error::no` is not one of", """spec: { failOn: "high\n::error::no" }""")]
    public void A_wrong_configuration_says_what_to_do(string message, string spec)
    {
        using TemporaryDirectory work = new();
        work.Write("pod.yaml", Pod);
        work.Write("profiles/mine.yaml", """
            apiVersion: policygate.dev/v1
            kind: Profile
            metadata: { name: mine }
            spec: { rules: [{ policies: ["**"], severity: huge }] }
            """);
        work.Write("policygate.yaml", $"apiVersion: policygate.dev/v1\nkind: Configuration\n{spec}\n");

        ProgramRun run = PolicyGateProcess.RunIn(work.Path, "check");

        run.ExitCode.ShouldBe(2, run.ToString());
        run.Errors.ShouldContain(message);
    }

    [Fact]
    public void The_scaffold_of_a_policy_passes_its_cases()
    {
        using TemporaryDirectory work = new();

        PolicyGateProcess.RunIn(work.Path, "new", "policy", "probes/startup-required").ExitCode.ShouldBe(0);
        ProgramRun run = PolicyGateProcess.RunIn(work.Path, "test");

        run.ExitCode.ShouldBe(0, run.ToString());
        run.Output.TrimEnd().ShouldEndWith("2 passed, 0 failed");
    }

    [Fact]
    public void The_policies_that_ship_meet_their_cases()
    {
        ProgramRun run = PolicyGateProcess.Run("test", "policies");

        run.ExitCode.ShouldBe(0, run.ToString());
        run.Output.ShouldContain(" passed, 0 failed");
    }

    [SharedFact("corpus/cases")]
    public void Other_tools_cases_agree()
    {
        ProgramRun run = PolicyGateProcess.Run("test", "policies", "--cases", "../shared/corpus/cases", "--format", "json");

        JsonElement[] cases = [.. run.Json.EnumerateArray()];
        cases.ShouldNotBeEmpty();
        double right = cases.Count(one => one.GetProperty("ok").GetBoolean());
        (right / cases.Length).ShouldBeGreaterThan(0.97, run.ToString());
    }

    [SharedFact("corpus/realistic")]
    public void Realistic_repositories_are_judged_without_an_error_and_every_file_is_accounted_for()
    {
        foreach (string repository in Directory.GetDirectories(Path.Combine(Repository.Shared, "corpus", "realistic")))
        {
            ProgramRun run = PolicyGateProcess.Run("check", repository, "--output", "json");

            run.Errors.ShouldBeEmpty();
            run.Json.GetProperty("summary").GetProperty("error").GetInt32().ShouldBe(0, repository);
            int files = Directory.GetFiles(repository, "*.yaml", SearchOption.AllDirectories)
                .Concat(Directory.GetFiles(repository, "*.yml", SearchOption.AllDirectories)).Count();
            run.Json.GetProperty("summary").GetProperty("files").GetInt32().ShouldBeGreaterThanOrEqualTo(files, repository);
        }
    }
}
