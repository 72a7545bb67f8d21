using System.Text.Json;

namespace PolicyGate.Tests;

/// <summary>Calls of the library that no budget foresees are ended by the deadline of the parent, ten seconds for each policy.</summary>
public sealed class DeadlineTests
{
    /// <summary>Three million characters are looked for a hundred thousand texts at each place.</summary>
    private const string Slow = """
        return new Policy<Container>
        {
            Title = "Slow",
            Severity = Low,
            Controls = [],
            Remediation = "None.",
            Subjects = estate => estate.Containers,
            Evaluate = container =>
            {
                string[] many = [.. Enumerable.Range(0, 99_000).Select(number => $"b{number}")];
                return Fail(container.Node, $"{new string('b', 3_000_000).Split(many, StringSplitOptions.None).Length}");
            },
        };
        """;

    [Fact]
    public void Each_policy_that_takes_too_long_is_told_as_such_and_the_others_judge()
    {
        using TemporaryDirectory work = new();
        work.Write("pod.yaml", SmallEstate.Pod);
        work.Write("policies/a/broken.csx", "return nothing;");
        work.Write("policies/a/slow.csx", Slow);
        work.Write("policies/b/quick.csx", SmallEstate.Policy);
        work.Write("policies/c/slow.csx", Slow);

        ProgramRun run = PolicyGateProcess.RunIn(work.Path, "check", "pod.yaml", "--no-cache", "--output", "json");

        run.ExitCode.ShouldBe(3, run.ToString());
        run.Json.GetProperty("findings").EnumerateArray().Select(Told)
            .ShouldBe(["a/broken refused", "a/slow timeout Pod shop/web", "c/slow timeout Pod shop/web"], ignoreOrder: true);
        run.Json.GetProperty("summary").GetProperty("pass").GetInt32().ShouldBe(1);
    }

    private static string Told(JsonElement finding)
    {
        JsonElement resource = finding.GetProperty("resource");
        string told = $"{finding.GetProperty("policy")} {finding.GetProperty("reasonCode")}";
        return resource.ValueKind == JsonValueKind.Null
            ? told
            : $"{told} {resource.GetProperty("kind")} {resource.GetProperty("namespace")}/{resource.GetProperty("name")}";
    }
}
