using System.Collections.Immutable;
using System.Text.Json;

namespace PolicyGate.Tests;

/// <summary>Compares what a report says of a hostile policy with what its header expects.</summary>
internal static class HostileEnding
{
    /// <summary>A policy that ran when it was made and did not end well; every other code is a refusal.</summary>
    private const string NotMade = "PG0002";

    public static IEnumerable<string> Problems(HostileScript script, JsonElement report, int port)
    {
        JsonElement[] findings = [.. Findings(report, script.PolicyId)];
        Ending ending = EndingOf(findings);
        if (!script.Expected.Contains(ending))
        {
            yield return $"{script.Id}: {ending}, expected {script.Expectation}{Shown(findings)}";
            yield break;
        }

        if (ending == Ending.Refused && findings.Any(finding => !IsError(finding)))
        {
            yield return $"{script.Id}: was refused and yet has findings that are no errors";
        }

        ImmutableArray<HostileMark> marks = script.Marks(port);
        if (ending == Ending.Refused && !marks.IsEmpty && !marks.Any(mark => findings.Any(finding => IsAt(finding, mark))))
        {
            yield return $"{script.Id}: no error at a line that is marked{Shown(findings)}";
        }

        if (ending == Ending.Judged && script.Says is { } says && findings.Any(finding => Message(finding) != says))
        {
            yield return $"{script.Id}: says something else than '{says}'{Shown(findings)}";
        }

        if (ending == Ending.Judged && !WasJudged(report, script))
        {
            yield return $"{script.Id}: neither judged nor an error";
        }
    }

    /// <summary>The first findings of a policy, for people.</summary>
    public static string Shown(JsonElement report, string policy) => Shown([.. Findings(report, policy)]);

    /// <summary>Everything that could not be judged.</summary>
    public static IEnumerable<JsonElement> Errors(JsonElement report) =>
        report.GetProperty("findings").EnumerateArray().Where(IsError);

    private static Ending EndingOf(JsonElement[] findings) =>
        findings.Any(IsRefusal) ? Ending.Refused
        : findings.Any(IsError) ? Ending.Stopped
        : Ending.Judged;

    private static bool IsError(JsonElement finding) => finding.GetProperty("verdict").GetString() == "error";

    private static bool IsRefusal(JsonElement finding) =>
        IsError(finding)
        && Message(finding).StartsWith("error ", StringComparison.Ordinal)
        && !Message(finding).StartsWith($"error {NotMade}", StringComparison.Ordinal);

    private static bool IsAt(JsonElement finding, HostileMark mark) =>
        finding.GetProperty("location").GetProperty("startLine").GetInt32() == mark.Line
        && Message(finding).Contains(mark.Text, StringComparison.Ordinal);

    private static string Message(JsonElement finding) => finding.GetProperty("message").GetString()!;

    private static IEnumerable<JsonElement> Findings(JsonElement report, string policy) =>
        report.GetProperty("findings").EnumerateArray()
            .Where(finding => HostileOutput.Shows(finding.GetProperty("policy").GetString()!, policy));

    private static bool WasJudged(JsonElement report, HostileScript script) =>
        report.GetProperty("policies").EnumerateArray()
            .Any(policy => HostileOutput.Shows(policy.GetProperty("id").GetString()!, script.PolicyId));

    private static string Shown(JsonElement[] findings) =>
        string.Concat(findings.Take(3).Select(finding =>
            $"\n    line {finding.GetProperty("location").GetProperty("startLine").GetInt32()}: {Cut(Message(finding))}"));

    private static string Cut(string text) => text.Length <= 300 ? text : $"{text[..300]}…";
}
