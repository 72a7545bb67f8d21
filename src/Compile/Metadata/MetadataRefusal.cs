using PolicyGate.Model.Governance;

namespace PolicyGate.Compile.Metadata;

/// <summary>Why an emitted image must not be loaded.</summary>
/// <param name="PolicyClass">The name of the class of the policy in which it was found; null when it belongs to the module as a whole.</param>
/// <param name="Message">One sentence that names what was found.</param>
internal sealed record MetadataRefusal(string? PolicyClass, string Message)
{
    private const string Code = "PG0301";

    /// <summary>As a diagnostic of a policy. Emitted code knows no lines, so that it stands at the first.</summary>
    public PolicyDiagnostic At(string file) => new(file, 1, 1, Code, $"the compiled policy is refused: {Message}");
}
