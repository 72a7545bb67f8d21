namespace PolicyGate.Tests;

/// <summary>A change may bring links. None of them makes the program read, let alone show, what is outside of the repository.</summary>
public sealed class LinkedFileTests
{
    private const string Canary = "canary_of_another_directory";

    [UnixFact]
    public void A_policy_that_is_a_link_to_elsewhere_is_refused_and_the_others_judge()
    {
        using TemporaryDirectory outside = new();
        using TemporaryDirectory work = new();
        outside.Write("secret", $"{Canary}.Show();\n");
        work.Write("pod.yaml", SmallEstate.Pod);
        work.Write("policies/own/named/named.csx", SmallEstate.Policy);
        Directory.CreateSymbolicLink(Path.Combine(work.Path, "policies", "all"), "/");
        File.CreateSymbolicLink(Path.Combine(work.Path, "policies", "stolen.csx"), Path.Combine(outside.Path, "secret"));

        foreach (string format in (string[])["console", "json", "sarif", "junit", "markdown", "github"])
        {
            ProgramRun run = PolicyGateProcess.RunIn(work.Path, "check", "pod.yaml", "--output", format);

            run.ExitCode.ShouldBe(3, run.ToString());
            run.ToString().ShouldNotContain(Canary);
            run.Output.ShouldContain("stolen");
        }

        ProgramRun json = PolicyGateProcess.RunIn(work.Path, "check", "pod.yaml", "--output", "json");
        json.Json.GetProperty("findings").EnumerateArray()
            .Select(finding => $"{finding.GetProperty("policy")} {finding.GetProperty("reasonCode")}")
            .ShouldBe(["all refused", "stolen refused"], ignoreOrder: true);
        json.Json.GetProperty("policies").EnumerateArray().Select(policy => policy.GetProperty("id").GetString())
            .ShouldContain("own/named");
    }

    [UnixFact]
    public void A_directory_of_policies_that_leads_elsewhere_is_a_mistake()
    {
        using TemporaryDirectory work = new();
        work.Write("pod.yaml", SmallEstate.Pod);
        Directory.CreateSymbolicLink(Path.Combine(work.Path, "policies"), "/");

        ProgramRun run = PolicyGateProcess.RunIn(work.Path, "check", "pod.yaml");

        run.ExitCode.ShouldBe(2, run.ToString());
        run.Errors.ShouldContain("leads out of the repository");
    }

    [UnixFact]
    public void A_case_that_is_a_link_to_elsewhere_is_neither_judged_nor_shown()
    {
        using TemporaryDirectory outside = new();
        using TemporaryDirectory work = new();
        outside.Write("secret.yaml", SmallEstate.Pod.Replace("web", Canary, StringComparison.Ordinal));
        work.Write("policies/own/named/named.csx", SmallEstate.Policy);
        work.Write("policies/own/named/cases/pass.yaml", SmallEstate.Pod);
        File.CreateSymbolicLink(
            Path.Combine(work.Path, "policies", "own", "named", "cases", "fail.yaml"), Path.Combine(outside.Path, "secret.yaml"));

        ProgramRun test = PolicyGateProcess.RunIn(work.Path, "test", "policies");
        ProgramRun explain = PolicyGateProcess.RunIn(work.Path, "explain", "own/named", "--policies", "policies");

        test.ExitCode.ShouldNotBe(0, test.ToString());
        test.ToString().ShouldContain("fail.yaml");
        (test.ToString() + explain).ShouldNotContain(Canary);
    }
}
