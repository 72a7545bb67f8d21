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

    private static readonly string Program = Repository.At("src", "Cli", "bin", Configuration, "net10.0", "policygate.dll");

    /// <summary>Runs it in the repository's root.</summary>
    public static ProgramRun Run(params string[] arguments) => RunIn(Repository.Root, arguments);

    public static ProgramRun RunIn(string directory, params string[] arguments) => RunWith([], directory, arguments);

    /// <summary>Runs it with these variables of its environment beside those of the tests.</summary>
    public static ProgramRun RunWith(Dictionary<string, string> variables, string directory, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Program, .. arguments])
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
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, errors.Result);
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
