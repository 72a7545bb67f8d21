using PolicyGate.Tests;

namespace PolicyGate.Load.Tests;

/// <summary>The files under <c>cases</c>.</summary>
internal static class CaseFiles
{
    public static string Directory { get; } = Repository.At("tests", "Load", "cases");
}
