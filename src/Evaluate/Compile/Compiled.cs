namespace PolicyGate.Evaluate.Compile;

/// <summary>What came of compiling policies.</summary>
/// <param name="Image">One assembly with every policy that compiled; empty when none did.</param>
/// <param name="Diagnostics">The errors of those that did not, by policy id.</param>
internal sealed record Compiled(byte[] Image, IReadOnlyDictionary<string, PolicyDiagnostic[]> Diagnostics)
{
    public static Compiled Nothing { get; } = new([], new Dictionary<string, PolicyDiagnostic[]>());
}
