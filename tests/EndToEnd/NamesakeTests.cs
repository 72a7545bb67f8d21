using System.Text.Json;

namespace PolicyGate.Tests;

/// <summary>An id is a path, and two paths may come down to one id. Which of the two is meant nobody can tell.</summary>
public sealed class NamesakeTests
{
    [Theory]
    [InlineData("policies/own/named.csx", "policies/own/named/named.csx")]
    [InlineData("policies/own/named.csx", "more/own/named.csx")]
    public void Policies_of_one_id_are_an_error_of_that_id_and_the_others_judge(string one, string another)
    {
        using TemporaryDirectory work = new();
        work.Write("pod.yaml", SmallEstate.Pod);
        work.Write(one, SmallEstate.Policy);
        work.Write(another, SmallEstate.Policy);
        work.Write("policies/own/other.csx", SmallEstate.Policy);
        work.Write("more/own/more.csx", SmallEstate.Policy);

        ProgramRun run = PolicyGateProcess.RunIn(work.Path, "check", "pod.yaml", "--policies", "policies", "--policies", "more", "--output", "json");

        run.ExitCode.ShouldBe(3, run.ToString());
        JsonElement finding = run.Json.GetProperty("findings").EnumerateArray().ShouldHaveSingleItem();
        finding.GetProperty("policy").GetString().ShouldBe("own/named");
        finding.GetProperty("reasonCode").GetString().ShouldBe("refused");
        finding.GetProperty("message").GetString()!.ShouldContain($"several policies are called 'own/named': {one}, {another}; rename");
        run.Json.GetProperty("summary").GetProperty("pass").GetInt32().ShouldBe(2);
    }
}
