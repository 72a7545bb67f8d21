using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using PolicyGate.Cli.Listing;
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
        Option<string?> controls = new("--controls")
        {
            Description = "the clauses of a standard instead, each with the policies that serve it: hipaa, nist-800-53, iso-27001, cis-kubernetes, pod-security-standards, or one of your own",
            HelpName = "STANDARD",
        };
        Option<string?> pages = new("--pages")
        {
            Description = "write a page of Markdown for each policy, and an overview, into this directory",
            HelpName = "DIR",
        };
        Command command = new("list", "the policies: id, severity, what holds") { format, controls, pages };
        choice.AddTo(command);
        command.SetAction(parsed =>
        {
            ImmutableArray<PolicyRoot> roots = choice.Roots(parsed);
            using IPolicyHost host = choice.Load(parsed, roots).Open();
            if (parsed.GetValue(pages) is { } directory)
            {
                PolicyPages.Write(directory, roots, host.Roster.Policies);
            }
            else
            {
                Write(host.Roster, ServiceOf(parsed.GetValue(controls), roots, host.Roster), parsed.GetValue(format) == "json");
            }

            return BrokenPolicies.Report(host.Roster);
        });
        return command;
    }

    private static ServedClauses? ServiceOf(string? framework, ImmutableArray<PolicyRoot> roots, PolicyRoster policies) =>
        framework is null ? null : ServedClauses.Of(FrameworkFiles.Find(framework, roots), policies.Policies);

    private static void Write(PolicyRoster policies, ServedClauses? clauses, bool asJson)
    {
        switch (clauses, asJson)
        {
            case (null, true): StandardOutput.WriteJson(json => WriteJson(json, policies)); break;
            case (null, false): WriteLines(policies); break;
            case (_, true): StandardOutput.WriteJson(clauses.WriteJson); break;
            case (_, false): clauses.WriteLines(); break;
        }
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
