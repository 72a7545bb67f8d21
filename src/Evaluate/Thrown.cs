namespace PolicyGate.Evaluate;

/// <summary>Exceptions of policies as people read them: no stack, no type names of ours.</summary>
internal static class Thrown
{
    public static string Describe(Exception exception) => $"{exception.GetType().Name}: {exception.Message}";
}
