namespace PolicyGate.Evaluate;

/// <summary>Exceptions of policies as people read them: no stack, no type names of ours.</summary>
internal static class Thrown
{
    /// <summary>An exception's message may be code of the policy too.</summary>
    public static string Describe(Exception exception)
    {
        try
        {
            return $"{exception.GetType().Name}: {exception.Message}";
        }
        catch (Exception)
        {
            return $"{exception.GetType().Name}, whose message could not be read";
        }
    }
}
