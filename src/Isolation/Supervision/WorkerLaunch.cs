using System.Reflection;

namespace PolicyGate.Isolation.Supervision;

/// <summary>How the worker is started: this very program with another first word.</summary>
public static class WorkerLaunch
{
    /// <summary>The first argument of a worker's process.</summary>
    public const string Word = "worker";

    /// <summary>The program, and what precedes the worker's arguments.</summary>
    public static (string Program, string[] Arguments) Command()
    {
        string program = Environment.ProcessPath!;
        string? assembly = Assembly.GetEntryAssembly()?.Location;
        bool isHost = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        return isHost && !string.IsNullOrEmpty(assembly) ? (program, [assembly, Word]) : (program, [Word]);
    }
}
