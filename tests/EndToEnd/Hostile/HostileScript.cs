using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace PolicyGate.Tests;

/// <summary>A line that an error must point at, and a part of the error's message.</summary>
internal sealed record HostileMark(int Line, string Text);

/// <summary>What became of a hostile policy.</summary>
internal enum Ending
{
    /// <summary>Not run: an error of the compiler or of a check.</summary>
    Refused,

    /// <summary>Run, and ended with an error: a budget, a deadline, memory, a crash, an exception.</summary>
    Stopped,

    /// <summary>Judged like any other; then nothing of it may act on whoever reads the reports.</summary>
    Judged,

    /// <summary>Not run: the profile gives it a parameter that it does not take.</summary>
    Mistaken,
}

/// <summary>A policy of <c>fixtures/hostile</c>; <c>README.md</c> there explains its header.</summary>
internal sealed record HostileScript(string Id, string Written)
{
    private const string MarkSign = "//~";

    /// <summary>What holds the scripts' surroundings and none of them.</summary>
    private const string Surroundings = "estate";

    public static ImmutableArray<HostileScript> All { get; } =
    [
        .. Directory.GetFiles(Repository.At("fixtures", "hostile"), "*.csx", SearchOption.AllDirectories)
            .Select(Read)
            .Where(script => script.Family != Surroundings)
            .OrderBy(script => script.Id, StringComparer.Ordinal)
    ];

    public string Family => Id[..Id.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>As the header says it, such as <c>refused or stopped</c>.</summary>
    public string Expectation => Header("expect") ?? throw new InvalidOperationException($"{Id} does not say what to expect");

    public IEnumerable<Ending> Expected => Expectation.Split(" or ").Select(word => Enum.Parse<Ending>(word, ignoreCase: true));

    /// <summary>The message of each of its findings, where that is of interest.</summary>
    public string? Says => Header("says");

    /// <summary>What the profile sets, in YAML.</summary>
    public string? Parameters => Header("parameters");

    /// <summary>The policy's file, below the directory of policies.</summary>
    public string PolicyFile => Header("named") is { } name ? $"{Family}/{Regex.Unescape(name)}.csx" : $"{Id}.csx";

    /// <summary>Of the policy as the program knows it.</summary>
    public string PolicyId => PolicyFile[..^".csx".Length];

    public ImmutableArray<HostileMark> Marks(int port) =>
    [
        .. Encoding.UTF8.GetString(HostileText.Expand(Written, port)).Split('\n')
            .Select((line, index) => (line, number: index + 1))
            .Where(one => one.line.Contains(MarkSign, StringComparison.Ordinal))
            .Select(one => new HostileMark(one.number, one.line[(one.line.IndexOf(MarkSign, StringComparison.Ordinal) + MarkSign.Length)..].Trim()))
    ];

    /// <summary>Whether this system can have a file of that name.</summary>
    public bool CanBeNamed => !OperatingSystem.IsWindows() || PolicyFile.IndexOfAny([.. "<>:\"\\|?*", .. Path.GetInvalidPathChars()]) < 0;

    private static HostileScript Read(string path)
    {
        string relative = Path.GetRelativePath(Repository.At("fixtures", "hostile"), path).Replace('\\', '/');
        return new(relative[..^".csx".Length], File.ReadAllText(path));
    }

    private string? Header(string name) => Written.Split('\n')
        .TakeWhile(line => line.StartsWith("// ", StringComparison.Ordinal))
        .Select(line => line[3..].Split(": ", 2))
        .FirstOrDefault(parts => parts[0] == name)?[1];
}
