using System.Runtime.InteropServices;

namespace PolicyGate.Isolation.Probe;

/// <summary>One thing that a worker may try.</summary>
/// <param name="name">A method of <see cref="Forbidden"/> or <see cref="Ordinary"/>.</param>
/// <param name="argument">What it needs: a path, a port, a number.</param>
internal sealed class Attempt(string name, string argument)
{
    private Func<string>? _run;

    /// <summary>What has to happen before the worker is sealed.</summary>
    public void Prepare() => _run = Forbidden.Named(name, argument) ?? Ordinary.Named(name, argument)
        ?? throw new ArgumentException($"there is no attempt {name}");

    /// <summary>What came of it: "refused" with the reason, or what it gave.</summary>
    public string Run()
    {
        try
        {
            return _run!();
        }
        catch (Exception exception)
        {
            return $"refused {exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}";
        }
    }

    /// <summary>The outcome of a call of the C library.</summary>
    public static string Outcome(long result) =>
        result >= 0 ? "done" : $"refused {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}";
}
