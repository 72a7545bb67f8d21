using System.Collections.Immutable;
using System.CommandLine;
using PolicyGate.Cli.Cases;
using PolicyGate.Cli.Setup;
using PolicyGate.Evaluate.Policies;
using PolicyGate.Load.Cases;
using PolicyGate.Model.Governance;

namespace PolicyGate.Cli.Commands;

/// <summary><c>policygate explain ID</c>: one policy: why, fix, controls, parameters, examples.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        PolicyChoice choice = new();
        Argument<string> id = new("ID") { Description = "the policy's id, such as resources/memory-limit-required" };
        Command command = new("explain", "one policy: why, fix, controls, parameters, examples") { id };
        choice.AddTo(command);
        command.SetAction(parsed => Run(parsed.GetValue(id)!, parsed, choice));
        return command;
    }

    private static int Run(string id, ParseResult parsed, PolicyChoice choice)
    {
        ImmutableArray<PolicyRoot> roots = choice.Roots(parsed);
        using IPolicyHost host = choice.Load(parsed, roots).Open();
        PolicyRoster policies = host.Roster;
        if (policies.Policies.FirstOrDefault(policy => policy.Id == id) is { } found)
        {
            Explain(found);
            ShowExample(roots, id, Expectation.Fail, "This fails");
            ShowExample(roots, id, Expectation.Pass, "This passes");
            return ExitCode.Open;
        }

        return policies.Broken.Any(broken => broken.Source.Id == id)
            ? BrokenPolicies.Report(policies)
            : throw new UsageException($"there is no policy '{id}'{Nearest(id, policies)}; `policygate list` shows them all");
    }

    private static void Explain(PolicyHeader policy)
    {
        StandardOutput.Write(policy.Title);
        StandardOutput.Write();
        StandardOutput.Write($"  policy    {policy.Id}");
        StandardOutput.Write($"  severity  {policy.Severity.ToString().ToLowerInvariant()}");
        StandardOutput.Write($"  controls  {string.Join(", ", policy.Controls)}");
        StandardOutput.Write($"  file      {policy.File}");
        foreach (ParameterDescription parameter in policy.Parameters.Value)
        {
            StandardOutput.Write($"  parameter {parameter.Name} ({parameter.Type}), by default {parameter.Default}");
        }

        WriteParagraph("Why", policy.Reason);
        WriteParagraph("Fix", policy.Remediation);
    }

    private static void WriteParagraph(string heading, string text)
    {
        StandardOutput.Write();
        StandardOutput.Write(heading);
        StandardOutput.WriteLines("  ", text);
    }

    private static void ShowExample(ImmutableArray<PolicyRoot> roots, string id, Expectation expectation, string heading)
    {
        CaseFile? example = CaseFiles.Beside(roots).FirstOrDefault(one => one.Policy == id && one.Expectation == expectation);
        if (example is not null)
        {
            StandardOutput.Write();
            StandardOutput.Write($"{heading} ({Path.GetFileName(example.Path)})");
            StandardOutput.Write();
            StandardOutput.WriteLines("    ", example.Text);
        }
    }

    /// <summary>The one whose last segment is the same, which is what people remember.</summary>
    private static string Nearest(string id, PolicyRoster policies)
    {
        string last = id[(id.LastIndexOf('/') + 1)..];
        string? near = policies.Policies.Select(policy => policy.Id)
            .FirstOrDefault(known => known.Contains(last, StringComparison.OrdinalIgnoreCase));
        return near is null ? "" : $"; did you mean '{near}'?";
    }
}
