namespace PolicyGate.Compile.Weaving;

/// <summary>A policy holds something that no budget can bound.</summary>
/// <param name="type">The outermost type that holds it, by its full name.</param>
/// <param name="message">What it is, and what to use instead.</param>
public sealed class WeavingException(string type, string message) : Exception(message)
{
    public string Type { get; } = type;
}
