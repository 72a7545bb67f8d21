namespace PolicyGate.Compile.Weaving;

/// <summary>A policy holds something that no budget can bound.</summary>
/// <param name="type">The outermost type that holds it, by its full name.</param>
/// <param name="message">What it is, and what to use instead.</param>
/// <param name="method">The row of the method that holds it; 0 when it is none that the compiler emitted.</param>
public sealed class WeavingException(string type, string message, int method = 0) : Exception(message)
{
    public int Method { get; } = method;

    public string Type { get; } = type;
}
