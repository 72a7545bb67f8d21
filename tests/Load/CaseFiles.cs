using System.Runtime.CompilerServices;

namespace PolicyGate.Load.Tests;

/// <summary>The files under <c>cases</c>.</summary>
internal static class CaseFiles
{
    public static string Directory { get; } = Path.Combine(ThisDirectory(), "cases");

    private static string ThisDirectory([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
