namespace PolicyGate.Compile.Metadata;

/// <summary>Why an emitted image must not be loaded.</summary>
/// <param name="PolicyClass">The name of the class of the policy in which it was found; null when it belongs to the module as a whole.</param>
/// <param name="Message">One sentence that names what was found.</param>
internal sealed record MetadataRefusal(string? PolicyClass, string Message)
{
    /// <summary>Whether no budget could bound it, which need not be an attempt at anything.</summary>
    public bool IsOfBudget { get; init; }

    /// <summary>The row of the method in which it was found; 0 when it is in none.</summary>
    public int Method { get; init; }

    public string Code => IsOfBudget ? "PG0401" : "PG0301";

    public string Text => IsOfBudget ? Message : $"the compiled policy is refused: {Message}";
}
