using System.Text.Json;

namespace PolicyGate.Tests;

/// <summary>What <c>deploy/kubernetes</c> holds meets the policies that it is to enforce.</summary>
public sealed class DeployTests
{
    [Fact]
    public void The_manifests_pass_all_that_concerns_them_without_a_waiver()
    {
        ProgramRun run = PolicyGateProcess.Run("check", "deploy/kubernetes", "--profile", "policygate-itself", "--output", "json");

        run.ExitCode.ShouldBe(0, run.ToString());
        run.Json.GetProperty("findings").EnumerateArray().ShouldBeEmpty();
        JsonElement environment = run.Json.GetProperty("environments").EnumerateArray().ShouldHaveSingleItem();
        environment.GetProperty("name").GetString().ShouldBe("policygate");
        environment.GetProperty("resources").GetInt32().ShouldBe(15);
        run.Json.GetProperty("filesSetAside").EnumerateArray()
            .Select(file => file.GetProperty("file").GetString()!).ShouldAllBe(file => file.EndsWith("/kustomization.yaml"));
    }

    /// <summary>The policies that matter most here have met what they judge.</summary>
    [Theory]
    [InlineData("images/digest-required")]
    [InlineData("images/approved-registry")]
    [InlineData("isolation/default-deny")]
    [InlineData("rbac/no-wildcards")]
    [InlineData("rbac/no-secret-access")]
    public void A_policy_has_judged_them(string id)
    {
        ProgramRun run = PolicyGateProcess.Run("check", "deploy/kubernetes", "--profile", "policygate-itself", "--output", "json");

        JsonElement policy = run.Json.GetProperty("policies").EnumerateArray().Single(one => one.GetProperty("id").GetString() == id);
        policy.GetProperty("pass").GetInt32().ShouldBePositive();
    }

    /// <summary>Who runs policies must not hold what reads the cluster, and the other way round.</summary>
    [Fact]
    public void The_token_is_where_the_cluster_is_read_and_nowhere_else()
    {
        string[] containers = File.ReadAllText(Repository.At("deploy", "kubernetes", "one-cluster", "cronjob.yaml"))
            .Split("- name: ").Where(part => part.Contains("image: ", StringComparison.Ordinal)).ToArray();

        containers.Select(text => text.Split('\n')[0].Trim()).ShouldBe(["checkout", "snapshot", "drift"]);
        containers.Select(text => text.Contains("name: token", StringComparison.Ordinal)).ShouldBe([false, true, false]);
        containers.Select(text => text.Contains("name: git-credentials", StringComparison.Ordinal)).ShouldBe([true, false, false]);
    }

    /// <summary>The number of shards stands in three places.</summary>
    [Fact]
    public void As_many_reports_are_merged_as_shards_run()
    {
        string drift = File.ReadAllText(Repository.At("deploy", "kubernetes", "fleet", "drift.yaml"));
        string merge = File.ReadAllText(Repository.At("deploy", "kubernetes", "fleet", "merge.yaml"));

        drift.ShouldContain("completions: 4\n");
        drift.ShouldContain("--shard=$(JOB_COMPLETION_INDEX)/4\n");
        merge.ShouldContain("--shards=4,");
    }
}
