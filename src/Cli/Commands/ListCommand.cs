using System.CommandLine;
using System.Text.Json;
using PolicyGate.Cli.Setup;
using PolicyGate.Evaluate.Policies;
using PolicyGate.Model.Governance;
using PolicyGate.Report.Json;

namespace PolicyGate.Cli.Commands;

/// <summary><c>policygate list</c>: the catalogue.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        PolicyChoice choice = new();
        Option<string> format = new("--format") { Description = "console or json", DefaultValueFactory = _ => "console" };
        format.AcceptOnlyFromAmong("console", "json");
        Command command = new("list", "the policies: id, severity, what holds") { format };
        choice.AddTo(command);
        command.SetAction(parsed =>
        {
            using IPolicyHost host = choice.Load(parsed, choice.Roots(parsed)).Open();
            PolicyRoster policies = host.Roster;
            if (parsed.GetValue(format) == "json")
            {
                StandardOutput.WriteJson(json => WriteJson(json, policies));
            }
            else
            {
                WriteLines(policies);
            }

            return BrokenPolicies.Report(policies);
        });
        return command;
    }

    private static void WriteLines(PolicyRoster policies)
    {
        int width = policies.Policies.Select(policy => policy.Id.Length).DefaultIfEmpty().Max();
        foreach (PolicyHeader policy in policies.Policies)
        {
            string severity = policy.Severity.ToString().ToLowerInvariant();
            StandardOutput.Write($"{policy.Id.PadRight(width)}  {severity,-8}  {policy.Title}");
        }
    }

    private static void WriteJson(Utf8JsonWriter json, PolicyRoster policies)
    {
        json.WriteStartArray();
        foreach (PolicyHeader policy in policies.Policies)
        {
            json.WriteStartObject();
            json.Text("id", policy.Id);
            json.WriteString("severity", policy.Severity.ToString().ToLowerInvariant());
            json.Text("title", policy.Title);
            json.Text("reason", policy.Reason);
            json.Block("remediation", policy.Remediation);
            json.Texts("controls", policy.Controls);
            json.Text("file", policy.File);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
