using Microsoft.CodeAnalysis;

namespace PolicyGate.Compile;

/// <summary>Refusals as diagnostics of the compiler, so that both are shown where the author wrote the text.</summary>
internal static class Refusals
{
    /// <param name="location">In the tree that was looked at.</param>
    /// <param name="code">PG01xx of the source, PG02xx of what it means.</param>
    /// <param name="message">What is refused, and what to use instead.</param>
    public static Diagnostic At(Location location, string code, string message) =>
        Diagnostic.Create(
            code,
            "PolicyGate",
            message,
            DiagnosticSeverity.Error,
            DiagnosticSeverity.Error,
            isEnabledByDefault: true,
            warningLevel: 0,
            location: location);
}
