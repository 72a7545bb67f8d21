using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace PolicyGate.Benchmarks;

/// <summary>Publishes PolicyGate as a release does, measures it and its rivals as whole processes, prints a table.</summary>
internal static class Comparison
{
    private const int Runs = 11;

    /// <summary>The gate is open or closed: it has judged.</summary>
    private static readonly int[] Judged = [0, 1];

    public static int Run()
    {
        string repository = FindRepository();
        string scratch = Path.Combine(repository, "artifacts", "benchmarks");
        string gate = Publish(repository, scratch, "src/Cli", "policygate");
        string rivals = Publish(repository, scratch, "tests/Benchmarks", "PolicyGate.Benchmarks");
        string hello = Publish(repository, scratch, "tests/Benchmarks.Hello", "PolicyGate.Benchmarks.Hello");
        (string small, string large, string origin) = Corpus.Prepare(repository, scratch);
        string foreign = Corpus.ForeignPolicies(repository, scratch, count: 40);
        Console.WriteLine($"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors, .NET {Environment.Version}, manifests: {origin}\n");
        Console.WriteLine("| command | min s | median s | max s | ratio |");
        Console.WriteLine("|---|--:|--:|--:|--:|");
        Compare(
            new("YamlDotNet events, 10,000 documents", rivals, ["events", large], [0]),
            new("`check`, 10,000 documents, all policies", gate, ["check", large, "--output", "sarif=" + Path.Combine(scratch, "large.sarif")], Judged));
        Compare(
            new(".NET hello world", hello, [], [0]),
            new("`check`, 50 manifests, all policies", gate, ["check", small], Judged));
        Compare(
            new("`policygate --version`", gate, ["--version"], [0]),
            new("`check`, 50 manifests, 40 foreign policies, warm", gate, ["check", small, "--policies", foreign, "--policy", "**"], Judged));
        return 0;
    }

    private static void Compare(Command rival, Command gate)
    {
        double[][] seconds = Measurement.InTurn(Runs, rival, gate);
        double ratio = Measurement.Median(seconds[1].Zip(seconds[0], (mine, its) => mine / its));
        Row(rival, seconds[0], "");
        Row(gate, seconds[1], ratio.ToString("0.00", CultureInfo.InvariantCulture));
    }

    private static void Row(Command command, double[] seconds, string ratio) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {command.Name} | {seconds.Min():0.000} | {Measurement.Median(seconds):0.000} | {seconds.Max():0.000} | {ratio} |"));

    private static string Publish(string repository, string scratch, string project, string program)
    {
        string output = Path.Combine(scratch, program);
        string[] arguments =
        [
            "publish", Path.Combine(repository, project), "--configuration", "Release", "--nologo", "--verbosity", "quiet",
            "--runtime", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false", "--output", output,
        ];
        using Process publish = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        string said = publish.StandardOutput.ReadToEnd();
        publish.WaitForExit();
        return publish.ExitCode == 0
            ? Path.Combine(output, OperatingSystem.IsWindows() ? $"{program}.exe" : program)
            : throw new InvalidOperationException($"{project} cannot be published:\n{said}");
    }

    private static string FindRepository()
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "PolicyGate.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException("run it inside the repository");
    }
}
