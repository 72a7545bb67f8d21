using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace PolicyGate.Isolation.Confinement;

/// <summary>What a worker finds when it starts: an empty folder, and no variables but those that hold it.</summary>
public sealed class WorkerSurroundings : IDisposable
{
    private readonly DirectoryInfo _directory;

    private WorkerSurroundings(DirectoryInfo directory) => _directory = directory;

    /// <summary>Always all of it: without it no worker is started.</summary>
    public static ConfinementReport Report { get; } = new([Measure.ClearedEnvironment, Measure.EmptyWorkingDirectory], []);

    /// <summary>The empty folder, which nobody else may read.</summary>
    public string Directory => _directory.FullName;

    /// <exception cref="IOException">There is no folder for temporary files that can be written to.</exception>
    public static WorkerSurroundings Create() => new(System.IO.Directory.CreateTempSubdirectory("policygate-"));

    /// <summary>The whole environment of the worker.</summary>
    /// <param name="limits">What it may use.</param>
    public static IReadOnlyDictionary<string, string> Environment(ConfinementLimits limits)
    {
        Dictionary<string, string> held = new(StringComparer.Ordinal)
        {
            ["LANG"] = "C.UTF-8",
            ["TZ"] = "UTC",

            // Windows has no TZ.
            ["DOTNET_SYSTEM_TIMEZONE_INVARIANT"] = "1",
            ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1",
            ["DOTNET_NOLOGO"] = "1",

            // No socket and no pipe by which debuggers and profilers come in.
            ["DOTNET_EnableDiagnostics"] = "0",
            ["DOTNET_DbgEnableMiniDump"] = "0",

            // Code that is mapped twice needs a file in memory, which no one may map once the worker is sealed.
            ["DOTNET_EnableWriteXorExecute"] = "0",

            // The runtime reads these numbers as hexadecimal.
            ["DOTNET_GCHeapHardLimit"] = limits.HeapBytes.ToString("x", CultureInfo.InvariantCulture),
            ["DOTNET_gcConcurrent"] = "0",
            ["DOTNET_gcServer"] = "0",
            ["DOTNET_TieredPGO"] = "0",

            // Else the C library reserves 64 MiB of addresses for each thread.
            ["MALLOC_ARENA_MAX"] = "2",
        };
        foreach ((string name, string value) in OfSystem())
        {
            held[name] = value;
        }

        return held;
    }

    /// <summary>Puts them in the place of what a process would inherit.</summary>
    public void ApplyTo(ProcessStartInfo start, ConfinementLimits limits)
    {
        start.UseShellExecute = false;
        start.WorkingDirectory = Directory;
        start.Environment.Clear();
        foreach ((string name, string value) in Environment(limits))
        {
            start.Environment[name] = value;
        }
    }

    /// <summary>Deletes the folder. One that cannot be deleted is empty and left to the system.</summary>
    public void Dispose()
    {
        try
        {
            _directory.Delete(recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Trace.TraceInformation("{0} is left: {1}", Directory, exception.Message);
        }
    }

    /// <summary>What programs need to be found and to start at all.</summary>
    private static IEnumerable<KeyValuePair<string, string>> OfSystem()
    {
        if (OperatingSystem.IsWindows() && System.Environment.GetEnvironmentVariable("SystemRoot") is { } root)
        {
            yield return KeyValuePair.Create("SystemRoot", root);
        }

        // The folder of the runtime is three above that of its libraries; a program that has its own looks at neither.
        string? installation = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetDirectoryName(
            Path.TrimEndingDirectorySeparator(RuntimeEnvironment.GetRuntimeDirectory()))));
        if (installation is not null)
        {
            yield return KeyValuePair.Create("DOTNET_ROOT", installation);
        }
    }
}
