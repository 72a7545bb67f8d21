namespace PolicyGate.Compile.Source;

/// <summary>What a piece of a policy's text is to the limits on it.</summary>
internal enum SourceTokenKind
{
    /// <summary>A name, a keyword or a number.</summary>
    Word,

    /// <summary>A string, a stretch of one between interpolations, or a character.</summary>
    Literal,

    /// <summary>An operator or separator.</summary>
    Mark,

    /// <summary>A bracket, or the brace that begins an interpolation.</summary>
    Open,
    Close,
}

internal readonly record struct SourceToken(SourceTokenKind Kind, int Start, int Length)
{
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);
}
