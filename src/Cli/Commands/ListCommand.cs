using System.CommandLine;
using System.Text.Json;
using PolicyGate.Cli.Setup;
using PolicyGate.Evaluate.Policies;

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
            PolicySet policies = choice.Load(parsed, choice.Roots(parsed));
            if (parsed.GetValue(format) == "json")
            {
                WriteJson(policies);
            }
            else
            {
                WriteLines(policies);
            }

            return BrokenPolicies.Report(policies);
        });
        return command;
    }

    private static void WriteLines(PolicySet policies)
    {
        int width = policies.Policies.Select(policy => policy.Id.Length).DefaultIfEmpty().Max();
        foreach (LoadedPolicy policy in policies.Policies)
        {
            string severity = policy.Policy.Severity.ToString().ToLowerInvariant();
            Console.WriteLine($"{policy.Id.PadRight(width)}  {severity,-8}  {policy.Policy.Title}");
        }
    }

    private static void WriteJson(PolicySet policies)
    {
        using Stream output = Console.OpenStandardOutput();
        using Utf8JsonWriter json = new(output, new JsonWriterOptions { Indented = true });
        json.WriteStartArray();
        foreach (LoadedPolicy policy in policies.Policies)
        {
            json.WriteStartObject();
            json.WriteString("id", policy.Id);
            json.WriteString("severity", policy.Policy.Severity.ToString().ToLowerInvariant());
            json.WriteString("title", policy.Policy.Title);
            json.WriteString("reason", policy.Source.Reason);
            json.WriteString("remediation", policy.Policy.Remediation);
            json.WriteStartArray("controls");
            foreach (string control in policy.Policy.Controls.Select(control => control.ToString()))
            {
                json.WriteStringValue(control);
            }

            json.WriteEndArray();
            json.WriteString("file", policy.Source.File);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
