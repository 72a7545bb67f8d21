using System.Runtime.CompilerServices;

namespace PolicyGate.Metering;

/// <summary>
/// An exception as text ends with where it was thrown, and the just-in-time compiler decides which methods are seen there:
/// another text in each run. No handler of a policy is shown it, and none that was kept is printed with it.
/// </summary>
internal static class StackTraces
{
    /// <summary>
    /// Takes the traces off an exception and off those that it was made of, as far as they were thrown: the others were
    /// forgotten by the handlers that caught them.
    /// </summary>
    public static void Forget(Exception? thrown)
    {
        for (Exception? exception = thrown; exception is not null && Of(exception) is not null; exception = exception.InnerException)
        {
            Of(exception) = null;
            Earlier(exception) = null;
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_stackTrace")]
    private static extern ref object? Of(Exception exception);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_remoteStackTraceString")]
    private static extern ref string? Earlier(Exception exception);
}
