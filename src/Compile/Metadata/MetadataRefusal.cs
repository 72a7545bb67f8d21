using PolicyGate.Model.Governance;

namespace PolicyGate.Compile.Metadata;

/// <summary>Why an emitted image must not be loaded.</summary>
/// <param name="PolicyClass">The name of the class of the policy in which it was found; null when it belongs to the module as a whole.</param>
/// <param name="Message">One sentence that names what was found.</param>
internal sealed record MetadataRefusal(string? PolicyClass, string Message)
{
    /// <summary>Whether no budget could bound it, which need not be an attempt at anything.</summary>
    public bool IsOfBudget { get; init; }

    /// <summary>As a diagnostic of a policy. Emitted code knows no lines, so that it stands at the first.</summary>
    public PolicyDiagnostic At(string file) =>
        IsOfBudget ? new(file, 1, 1, "PG0401", Message) : new(file, 1, 1, "PG0301", $"the compiled policy is refused: {Message}");
}
