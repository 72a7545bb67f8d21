using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PolicyGate.Tests;

/// <summary>Hostile policies and a harmless one, judged in one run, and what its reports say.</summary>
internal sealed class HostileRun
{
    private const string Beside = "beside";

    /// <summary>Seconds after which the program itself has failed, whatever it might still say.</summary>
    private const int Deadline = 300;

    /// <summary>The exit code for what the user got wrong.</summary>
    private const int UsageError = 2;

    /// <summary>Bytes for each policy; a program that writes more has been talked into it.</summary>
    private const long LargestShare = 8 * 1024 * 1024;

    private static readonly string[] Formats = ["json", "sarif", "junit", "markdown", "github", "console"];

    private readonly Canaries canaries;
    private readonly ImmutableArray<HostileScript> scripts;
    private readonly ProgramRun run;

    private HostileRun(Canaries canaries, ImmutableArray<HostileScript> scripts, ProgramRun run)
    {
        this.canaries = canaries;
        this.scripts = scripts;
        this.run = run;
    }

    /// <summary>All that is wrong with how these policies were dealt with; nothing is well.</summary>
    public static ImmutableArray<string> Problems(ImmutableArray<HostileScript> scripts)
    {
        using Canaries canaries = new();
        return [.. Start(canaries, scripts, HostileSurroundings.Plain).Problems()];
    }

    /// <summary>The same, and what is different when the surroundings are.</summary>
    public static ImmutableArray<string> ProblemsAndDifferences(ImmutableArray<HostileScript> scripts)
    {
        using Canaries canaries = new();
        HostileRun here = Start(canaries, scripts, HostileSurroundings.Plain);
        ImmutableArray<string> problems = [.. here.Problems()];
        ImmutableArray<KeyValuePair<string, string>> reports = [.. here.Texts()];
        HostileRun elsewhere = Start(canaries, scripts, HostileSurroundings.Other);
        return [.. problems, .. reports.Zip(elsewhere.Texts()).SelectMany(pair => Differences(pair.First, pair.Second.Value))];
    }

    /// <summary>The first line that differs.</summary>
    private static IEnumerable<string> Differences(KeyValuePair<string, string> here, string elsewhere) =>
        here.Value.Split('\n').Zip(elsewhere.Split('\n'))
            .Where(lines => lines.First != lines.Second)
            .Take(1)
            .Select(lines => $"{here.Key}: '{lines.First}' is elsewhere '{lines.Second}'")
            .Concat(here.Value.Length == elsewhere.Length ? [] : [$"{here.Key}: of another length elsewhere"]);

    private static HostileRun Start(Canaries canaries, ImmutableArray<HostileScript> scripts, HostileSurroundings surroundings)
    {
        canaries.Write("estate.yaml", File.ReadAllBytes(Repository.At("fixtures", "hostile", "estate", "estate.yaml")));
        canaries.Write($"policies/{Beside}.csx", File.ReadAllBytes(Repository.At("fixtures", "hostile", "estate", "beside.csx")));
        canaries.Write("policies/profiles/default.yaml", Encoding.UTF8.GetBytes(Profile(scripts, canaries.Port)));
        foreach (HostileScript script in scripts)
        {
            canaries.Write($"policies/{script.PolicyFile}", HostileText.Expand(script.Written, canaries.Port));
        }

        string[] arguments =
        [
            "check", "estate.yaml", "--policies", "policies", "--no-cache", "--all-verdicts", "--now", "2026-11-21T12:00:00Z",
            .. Formats.SelectMany(format => (string[])["--output", $"{format}={FileOf(format)}"]),
            "--output", "console", "--output", "github",
        ];
        Dictionary<string, string> environment = canaries.Environment;
        foreach ((string name, string value) in surroundings.Environment)
        {
            environment[name] = value;
        }

        return new(canaries, scripts, PolicyGateProcess.RunWithin(
            TimeSpan.FromSeconds(Deadline), environment, canaries.WorkingDirectory, arguments));
    }

    /// <summary>Which policies are not named as having a profile that they cannot take, and what else went wrong.</summary>
    public static ImmutableArray<string> UntoldMistakes(ImmutableArray<HostileScript> scripts)
    {
        using Canaries canaries = new();
        ProgramRun run = Start(canaries, scripts, HostileSurroundings.Plain).run;
        IEnumerable<string> untold = scripts
            .Where(script => !run.Errors.Contains($": {script.PolicyId}: ", StringComparison.Ordinal))
            .Select(script => $"{script.Id}: its parameters were taken: {run}");
        return [.. untold, .. canaries.Touched(), .. run.ExitCode == UsageError ? [] : (string[])[$"the exit code is {run.ExitCode}"]];
    }

    private static string Profile(ImmutableArray<HostileScript> scripts, int port)
    {
        StringBuilder profile = new("""
            apiVersion: policygate.dev/v1
            kind: Profile
            metadata: { name: default }
            spec:
              rules:
                - policies: ["**"]

            """);
        foreach (HostileScript script in scripts.Where(script => script.Parameters is not null))
        {
            string parameters = Encoding.UTF8.GetString(HostileText.Expand(script.Parameters!, port));
            profile.Append(CultureInfo.InvariantCulture, $"    - policies: [{script.PolicyId}]\n      parameters: {parameters}\n");
        }

        return profile.ToString();
    }

    private static string FileOf(string format) => $"reports/{format}";

    private IEnumerable<string> Problems()
    {
        foreach (string problem in canaries.Touched())
        {
            yield return problem;
        }

        foreach (string format in Formats.Where(format => SizeOf(format) > LargestShare * scripts.Length))
        {
            yield return $"{format}: the report has {SizeOf(format)} bytes, which nobody reads";
            yield break;
        }

        if (Report() is not { } report)
        {
            yield return $"there is no report in JSON: {run.ToString()[..Math.Min(run.ToString().Length, 2000)]}";
            yield break;
        }

        foreach (string problem in scripts.SelectMany(script => HostileEnding.Problems(script, report, canaries.Port)))
        {
            yield return problem;
        }

        foreach (string problem in NeighbourProblems(report).Concat(ExitProblems(report)))
        {
            yield return problem;
        }

        foreach (string problem in Texts().SelectMany(text => HostileOutput.Problems(text.Key, text.Value, canaries.Secret)))
        {
            yield return problem;
        }
    }

    private long SizeOf(string format)
    {
        FileInfo file = new(Path.Combine(canaries.WorkingDirectory, FileOf(format)));
        return file.Exists ? file.Length : 0;
    }

    /// <summary>The report in JSON, or null when there is none that can be read.</summary>
    private JsonElement? Report()
    {
        string file = Path.Combine(canaries.WorkingDirectory, FileOf("json"));
        try
        {
            return File.Exists(file) ? JsonDocument.Parse(File.ReadAllBytes(file)).RootElement : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<string> NeighbourProblems(JsonElement report)
    {
        JsonElement[] neighbours =
            [.. report.GetProperty("policies").EnumerateArray().Where(policy => policy.GetProperty("id").GetString() == Beside)];
        if (neighbours is not [var neighbour] || neighbour.GetProperty("pass").GetInt32() != 3)
        {
            yield return $"the policy beside them was not judged as ever{HostileEnding.Shown(report, Beside)}";
        }
    }

    private IEnumerable<string> ExitProblems(JsonElement report)
    {
        bool hasErrors = HostileEnding.Errors(report).Any();
        bool hasFindings = report.GetProperty("findings").GetArrayLength() > 0;
        int expected = hasErrors ? 3 : hasFindings ? 1 : 0;
        if (run.ExitCode != expected)
        {
            yield return $"the exit code is {run.ExitCode} and not {expected}: {run.Errors}";
        }
    }

    private IEnumerable<KeyValuePair<string, string>> Texts()
    {
        foreach (string format in Formats)
        {
            string file = Path.Combine(canaries.WorkingDirectory, FileOf(format));
            yield return KeyValuePair.Create(format, File.Exists(file) ? HostileOutput.Decode(File.ReadAllBytes(file)) : "");
        }

        yield return KeyValuePair.Create("standard output", run.Output);
        yield return KeyValuePair.Create("standard error", run.Errors);
    }
}
