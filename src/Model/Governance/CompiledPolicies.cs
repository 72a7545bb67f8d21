namespace PolicyGate.Model.Governance;

/// <summary>What came of compiling policies.</summary>
/// <param name="Image">One assembly with every policy that compiled; empty when none did.</param>
/// <param name="Diagnostics">The errors of those that did not, by policy id.</param>
public sealed record CompiledPolicies(byte[] Image, IReadOnlyDictionary<string, PolicyDiagnostic[]> Diagnostics)
{
    public static CompiledPolicies Nothing { get; } = new([], new Dictionary<string, PolicyDiagnostic[]>());
}
