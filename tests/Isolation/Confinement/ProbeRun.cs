using System.Collections.Immutable;
using System.Diagnostics;
using PolicyGate.Isolation.Confinement;
using PolicyGate.Tests;

namespace PolicyGate.Isolation.Tests.Confinement;

/// <summary>What came of one attempt in a process of its own.</summary>
/// <param name="ExitCode">128 and the signal when the system ended it.</param>
/// <param name="Output">Lines of standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record ProbeRun(int ExitCode, ImmutableArray<string> Output, string Error)
{
    /// <summary>As the probe has them.</summary>
    private static readonly ConfinementLimits Limits = new(TimeSpan.FromSeconds(2), 500L << 20);

#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private static readonly string Program =
        Repository.At("tests", "Isolation.Probe", "bin", Configuration, "net10.0", "PolicyGate.Isolation.Probe.dll");

    /// <summary>What the attempt gave, or null when it did not get that far.</summary>
    public string? Result => Output.Where(line => line.StartsWith("result ", StringComparison.Ordinal)).Select(line => line[7..]).SingleOrDefault();

    /// <summary>Names of the measures that hold.</summary>
    public ImmutableArray<string> Applied =>
        [.. Output.Where(line => line.StartsWith("applied ", StringComparison.Ordinal)).Select(line => line[8..])];

    public ImmutableArray<string> Missing => [.. Output.Where(line => line.StartsWith("missing ", StringComparison.Ordinal))];

    /// <summary>Runs a probe to its end, in the surroundings of a worker.</summary>
    /// <param name="step">How far it confines itself: <c>free</c>, <c>entered</c> or <c>sealed</c>.</param>
    /// <param name="attempt">What it tries.</param>
    /// <param name="argument">What that needs.</param>
    public static ProbeRun Of(string step, string attempt, string argument = "")
    {
        using WorkerSurroundings surroundings = WorkerSurroundings.Create();
        using Process process = Start(surroundings, step, attempt, argument);
        using ProcessGroup group = ProcessGroup.Of(process, Limits);
        Task<string> error = process.StandardError.ReadToEndAsync();
        string[] output = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        process.WaitForExit(TimeSpan.FromMinutes(1)).ShouldBeTrue();
        return new(process.ExitCode, [.. output], error.GetAwaiter().GetResult());
    }

    /// <summary>Starts a probe in the surroundings of a worker.</summary>
    public static Process Start(WorkerSurroundings surroundings, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        surroundings.ApplyTo(start, Limits);
        return Process.Start(start)!;
    }
}
