using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using PolicyGate.Cli.Cases;
using PolicyGate.Cli.Setup;
using PolicyGate.Load;
using PolicyGate.Report.Json;

namespace PolicyGate.Cli.Commands;

/// <summary><c>policygate test</c>: runs the cases of policies.</summary>
internal static class TestCommand
{
    public static Command Create()
    {
        Argument<string?> policies = new("POLICIES")
        {
            Description = "the policies whose cases to run (default: ./policies, else those that ship)",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<string?> cases = new("--cases")
        {
            Description = "run the cases of this directory, laid out as DIR/<policy id>/{pass,fail,n-a}.*.yaml",
            HelpName = "DIR",
        };
        Option<string> format = new("--format")
        {
            Description = "console or json",
            DefaultValueFactory = _ => "console",
        };
        format.AcceptOnlyFromAmong("console", "json");
        HostingChoice hosting = new();
        Command command = new("test", "run the policies' cases") { policies, cases, format };
        hosting.AddTo(command);
        command.SetAction(parsed => Run(
            parsed.GetValue(policies), parsed.GetValue(cases), parsed.GetValue(format) == "json", hosting.Read(parsed)));
        return command;
    }

    private static int Run(string? policies, string? cases, bool asJson, HostingOptions hosting)
    {
        string start = Path.GetFullPath(cases ?? policies ?? ".");
        string root = RepositoryPath.RootOf(start, Directory.GetCurrentDirectory());
        ImmutableArray<PolicyRoot> roots = PolicyRoot.Find(policies is null ? [] : [policies], [], root);
        ImmutableArray<CaseFile> found = Find(roots, cases);
        ILookup<bool, CaseFile> known = found.ToLookup(
            one => roots.Any(any => any.Policies.Any(policy => policy.Id == one.Policy)));
        if (!known[true].Any())
        {
            throw new UsageException($"no policy has the id of any of the {found.Length} cases; name the policies: `policygate test POLICIES --cases DIR`");
        }

        RunPolicies running = new(roots, hosting);
        using CaseRunner runner = new(running, known[true], root, isOutside: cases is not null);
        ImmutableArray<CaseResult> results = runner.Run();
        if (cases is null)
        {
            results = FixProof.Add(results, running, root);
        }

        Report(results, asJson);
        SayWhatHasNoPolicy([.. known[false]]);
        int unbroken = results.All(result => result.IsMet) ? ExitCode.Open : ExitCode.Closed;
        return Math.Max(BrokenPolicies.Report(runner.Policies), unbroken);
    }

    private static ImmutableArray<CaseFile> Find(ImmutableArray<PolicyRoot> roots, string? cases)
    {
        if (cases is not null && !Directory.Exists(cases))
        {
            throw new UsageException($"there is no directory of cases '{cases}'");
        }

        ImmutableArray<CaseFile> found = cases is null ? CaseFiles.Beside(roots) : CaseFiles.Outside(Path.GetFullPath(cases));
        return found.IsEmpty
            ? throw new UsageException("there are no cases; a policy's cases are cases/{pass,fail,n-a}.<why>.yaml beside it")
            : found;
    }

    private static void Report(ImmutableArray<CaseResult> results, bool asJson)
    {
        if (asJson)
        {
            StandardOutput.WriteJson(json => WriteJson(json, results));
            return;
        }

        foreach (CaseResult result in results.Where(result => !result.IsMet))
        {
            StandardOutput.Write($"{result.File}: {result.Case.Policy}");
            foreach (string complaint in result.Complaints)
            {
                StandardOutput.Write($"    {complaint}");
            }
        }

        StandardOutput.Write($"{results.Count(result => result.IsMet)} passed, {results.Count(result => !result.IsMet)} failed");
    }

    private static void WriteJson(Utf8JsonWriter json, ImmutableArray<CaseResult> results)
    {
        json.WriteStartArray();
        foreach (CaseResult result in results)
        {
            json.WriteStartObject();
            json.Text("policy", result.Case.Policy);
            json.Text("case", result.File);
            json.WriteString("expected", CaseResult.Word(result.Case.Expectation));
            json.WriteString("actual", result.Actual);
            json.WriteBoolean("ok", result.IsMet);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Cases that nothing ran are said, so that a misspelt folder does not look like a success.</summary>
    private static void SayWhatHasNoPolicy(ImmutableArray<CaseFile> cases)
    {
        if (!cases.IsEmpty)
        {
            int folders = cases.Select(one => one.Policy).Distinct(StringComparer.Ordinal).Count();
            ErrorOutput.Write($"{cases.Length} cases in {folders} folders were not run: no policy has their id");
        }
    }
}
