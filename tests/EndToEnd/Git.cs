using System.Diagnostics;

namespace PolicyGate.Tests;

/// <summary>A repository for a test.</summary>
internal static class Git
{
    public static void Run(string directory, params string[] arguments)
    {
        using Process git = Process.Start(new ProcessStartInfo("git", ["-C", directory, .. arguments]))!;
        git.WaitForExit();
        git.ExitCode.ShouldBe(0);
    }
}
