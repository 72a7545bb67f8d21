namespace PolicyGate.Report.Tests;

/// <summary>A command that the runner saw.</summary>
internal sealed record RunnerCommand(string Name, IReadOnlyDictionary<string, string> Properties, string Data);

/// <summary>
/// Reads a log as GitHub's runner does
/// (<see href="https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs">ActionCommand.cs</see>):
/// <c>::name properties::data</c> at the beginning of a line, after white space, and <c>##[name properties]data</c>
/// anywhere; and for <c>##vso[</c> as Azure's agent does. Stricter than they are, it takes every name for a command.
/// </summary>
internal static class RunnerCommands
{
    public static IReadOnlyList<RunnerCommand> In(string log) =>
        [.. log.Split(["\r\n", "\n", "\r"], StringSplitOptions.None).Select(Read).OfType<RunnerCommand>()];

    private static RunnerCommand? Read(string line) =>
        Colons(line.TrimStart()) ?? Hashes(line, "##[") ?? Hashes(line, "##vso[");

    private static RunnerCommand? Colons(string line)
    {
        bool begins = line.StartsWith("::", StringComparison.Ordinal);
        int end = begins ? line.IndexOf("::", 2, StringComparison.Ordinal) : -1;
        if (end < 0)
        {
            return null;
        }

        string[] head = line[2..end].Split(' ', 2);
        Dictionary<string, string> properties = [];
        foreach (string pair in head.Skip(1).SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries)))
        {
            string[] parts = pair.Split('=', 2);
            parts.Length.ShouldBe(2, pair);
            properties.Add(parts[0].Trim(), PropertyText(parts[1]));
        }

        return new RunnerCommand(head[0], properties, DataText(line[(end + 2)..]));
    }

    private static RunnerCommand? Hashes(string line, string prefix)
    {
        int start = line.IndexOf(prefix, StringComparison.OrdinalIgnoreCase);
        return start < 0 ? null : new RunnerCommand(line[start..], new Dictionary<string, string>(), "");
    }

    private static string DataText(string text) => text.Replace("%0D", "\r").Replace("%0A", "\n").Replace("%25", "%");

    private static string PropertyText(string text) =>
        text.Replace("%0D", "\r").Replace("%0A", "\n").Replace("%3A", ":").Replace("%2C", ",").Replace("%25", "%");
}
