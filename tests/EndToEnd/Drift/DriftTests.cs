using System.Text;
using System.Text.Json;
using PolicyGate.Clusters.Tests.ApiServer;

namespace PolicyGate.Tests;

/// <summary><c>policygate drift</c> on a real API server, with an account that may only read.</summary>
public sealed class DriftTests(RunningApiServer server) : IClassFixture<RunningApiServer>
{
    private static readonly string[] Canaries = ["canary-of-git-7431", "canary-of-live-9921", "canary-of-live-7781", "canary-of-live-5555"];

    [ApiServerTheory]
    [InlineData("applied", true)]
    [InlineData("created", false)]
    public async Task What_was_deployed_is_no_drift_and_what_was_done_to_it_by_hand_is(string name, bool isServerSide)
    {
        using DeployedEstate estate = await DeployedEstate.On(server, name, isServerSide);

        ProgramRun before = estate.Drift(RunningApiServer.AuditorToken);

        before.ExitCode.ShouldBe(0, before.ToString());
        Found(before).ShouldBeEmpty();

        Mutation[] mutations = [.. estate.Mutations];
        foreach (Mutation mutation in mutations)
        {
            await mutation.Do(server);
        }

        ProgramRun after = estate.Drift(RunningApiServer.AuditorToken);

        after.ExitCode.ShouldBe(1, after.ToString());
        Found(after).ShouldBe(mutations.SelectMany(mutation => mutation.Found).Order(StringComparer.Ordinal));
    }

    /// <summary>The server itself says what deploying git again would change; what was added, it does not.</summary>
    [ApiServerFact]
    public async Task The_exact_mode_finds_what_git_would_change_back()
    {
        using DeployedEstate estate = await DeployedEstate.On(server, "exact", isServerSide: true);

        ProgramRun before = estate.Drift(RunningApiServer.AdminToken, "--server-dry-run");

        before.ExitCode.ShouldBe(0, before.ToString());
        Found(before).ShouldBeEmpty();

        Mutation[] mutations = [.. estate.Mutations];
        foreach (Mutation mutation in mutations)
        {
            await mutation.Do(server);
        }

        ProgramRun after = estate.Drift(RunningApiServer.AdminToken, "--server-dry-run");

        after.ExitCode.ShouldBe(1, after.ToString());
        Found(after).ShouldBe(mutations.SelectMany(mutation => mutation.Found).Order(StringComparer.Ordinal));
    }

    [ApiServerFact]
    public async Task The_values_of_Secrets_are_in_no_report()
    {
        string[] formats = ["console", "sarif", "junit", "markdown", "github"];
        using DeployedEstate estate = await DeployedEstate.On(server, "hidden", isServerSide: false);
        foreach (Mutation mutation in estate.Mutations.Where(one => one.Address.Contains("/secrets", StringComparison.Ordinal)))
        {
            await mutation.Do(server);
        }

        ProgramRun run = estate.Drift(RunningApiServer.AuditorToken, [.. formats.SelectMany(format => (string[])["--output", $"{format}={format}.out"])]);

        run.ExitCode.ShouldBe(1, run.ToString());
        string told = string.Join('\n', formats.Select(format => estate.Read($"{format}.out")).Append(run.ToString()));
        foreach (string canary in Canaries)
        {
            told.ShouldNotContain(canary);
            told.ShouldNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(canary)));
        }
    }

    [ApiServerFact]
    public async Task What_the_account_may_not_list_closes_the_gate_at_every_object_of_it()
    {
        using DeployedEstate estate = await DeployedEstate.On(server, "narrow", isServerSide: true);

        ProgramRun run = estate.Drift(RunningApiServer.NobodyToken);

        run.ExitCode.ShouldBe(3, run.ToString());
        Found(run).ShouldContain("all.yaml:181 drift/unknown Secret/pg");
        Found(run).ShouldAllBe(line => line.Contains(" drift/unknown", StringComparison.Ordinal));
    }

    [ApiServerFact]
    public async Task A_token_that_is_not_accepted_closes_the_gate_and_nothing_is_missing()
    {
        using DeployedEstate estate = await DeployedEstate.On(server, "expired", isServerSide: true);

        ProgramRun run = estate.Drift("expired");

        run.ExitCode.ShouldBe(3, run.ToString());
        Found(run).ShouldAllBe(line => line.Contains(" drift/unknown", StringComparison.Ordinal));
    }

    /// <summary>Nobody listens on port 1 (tcpmux).</summary>
    [Fact]
    public void A_server_that_does_not_answer_closes_the_gate_and_nothing_is_missing()
    {
        using TemporaryDirectory work = new();
        work.Write("kubeconfig", """
            current-context: test
            clusters: [{ name: test, cluster: { server: "https://127.0.0.1:1" } }]
            users: [{ name: test, user: { token: t } }]
            contexts: [{ name: test, context: { cluster: test, user: test } }]
            """);
        work.Write("settings.yaml", """
            apiVersion: v1
            kind: ConfigMap
            metadata: { name: settings, namespace: erp }
            """);

        ProgramRun run = PolicyGateProcess.RunIn(
            work.Path, "drift", ".", "--kubeconfig", "kubeconfig", "--context", "test", "--timeout", "1", "--policy", "rbac/no-wildcards", "--output", "json");

        run.ExitCode.ShouldBe(3, run.ToString());
        Found(run).ShouldHaveSingleItem().ShouldEndWith(" drift/unknown");
    }

    private static IEnumerable<string> Found(ProgramRun run) => run.Json.GetProperty("findings").EnumerateArray().Select(LineOf).Order(StringComparer.Ordinal);

    private static string LineOf(JsonElement finding)
    {
        JsonElement place = finding.GetProperty("location"), resource = finding.GetProperty("resource");
        string of = resource.ValueKind == JsonValueKind.Object ? $" {resource.GetProperty("kind")}/{resource.GetProperty("name")}" : "";
        return $"{Path.GetFileName(place.GetProperty("file").GetString())}:{place.GetProperty("startLine")} {finding.GetProperty("policy")}{of}";
    }
}
