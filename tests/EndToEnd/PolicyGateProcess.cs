using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace PolicyGate.Tests;

/// <summary>What a run of the program gave.</summary>
internal sealed record ProgramRun(int ExitCode, string Output, string Errors)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public override string ToString() => $"exit {ExitCode}\n{Output}\n{Errors}";
}

/// <summary>Runs the program as its users do.</summary>
internal static class PolicyGateProcess
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    /// <summary>Another program to test than the one that was just built, such as a published one.</summary>
    private static readonly string? Published = Environment.GetEnvironmentVariable("POLICYGATE_BINARY");

    private static readonly string[] Program = Published is null
        ? ["dotnet", Repository.At("src", "Cli", "bin", Configuration, "net10.0", "policygate.dll")]
        : [Path.GetFullPath(Published, Repository.Root)];

    /// <summary>Runs it in the repository's root.</summary>
    public static ProgramRun Run(params string[] arguments) => RunIn(Repository.Root, arguments);

    public static ProgramRun RunIn(string directory, params string[] arguments) => RunWith([], directory, arguments);

    /// <summary>Runs it with these variables of its environment beside those of the tests.</summary>
    public static ProgramRun RunWith(Dictionary<string, string> variables, string directory, params string[] arguments) =>
        RunWithin(Timeout.InfiniteTimeSpan, variables, directory, arguments);

    /// <summary>Ends it, and the test, when it takes longer than this.</summary>
    public static ProgramRun RunWithin(
        TimeSpan deadline, Dictionary<string, string> variables, string directory, params string[] arguments)
    {
        ProcessStartInfo start = new(Program[0], [.. Program[1..], .. arguments])
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(deadline))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"the program had not ended after {deadline}");
        }

        return new(process.ExitCode, output.Result, errors.Result);
    }
}

/// <summary>A directory that is gone after the test.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("policygate-test-");

    public string Path => directory.FullName;

    public void Write(string file, string text)
    {
        string path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public string Read(string file) => File.ReadAllText(System.IO.Path.Combine(Path, file));

    public void Dispose() => directory.Delete(recursive: true);
}
