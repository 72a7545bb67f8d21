using System.Text.RegularExpressions;

namespace PolicyGate.Tests;

/// <summary>What <c>policies/README.md</c> shows is what it says: a policy that passes its cases.</summary>
public sealed partial class PolicyGuideTests
{
    [Fact]
    public void The_example_passes_its_cases()
    {
        using TemporaryDirectory policies = new();
        string guide = File.ReadAllText(Repository.At("policies", "README.md")).ReplaceLineEndings("\n");
        foreach (Match block in NamedBlock().Matches(guide))
        {
            policies.Write(block.Groups["file"].Value, block.Groups["text"].Value);
        }

        ProgramRun run = PolicyGateProcess.Run("test", policies.Path);

        run.ExitCode.ShouldBe(0, run.ToString());
        run.Output.Trim().ShouldEndWith("2 passed, 0 failed");
    }

    /// <summary>A file's name on a line of its own, then what it holds.</summary>
    [GeneratedRegex(@"^`(?<file>[^`\n]+)`\n\n```[a-z]+\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex NamedBlock();
}
