namespace PolicyGate.Cli;

/// <summary>What is said of a failure that nobody foresaw: nothing was judged, and how to tell us. No stack, no paths.</summary>
internal static class Unforeseen
{
    public static string Describe(Exception exception) => exception switch
    {
        AggregateException { InnerException: { } inner } => Describe(inner),
        IOException or UnauthorizedAccessException => $"a file or directory could not be used: {Relative(exception.Message)}",
        _ => $"internal error, please report it: {exception.GetType().Name}: {Relative(exception.Message)}",
    };

    /// <summary>Paths below the working directory and the program's own as people write them, not as this machine does.</summary>
    private static string Relative(string message) => message
        .Replace(Directory.GetCurrentDirectory() + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)
        .Replace(AppContext.BaseDirectory, "", StringComparison.Ordinal);
}
