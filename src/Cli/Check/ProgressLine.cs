using System.Diagnostics;

namespace PolicyGate.Cli.Check;

/// <summary>Says on a terminal how far a long run is, and leaves no trace.</summary>
internal sealed class ProgressLine : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly bool isTerminal = !Console.IsErrorRedirected;
    private readonly Stopwatch elapsed = Stopwatch.StartNew();
    private readonly Lock turn = new();
    private TimeSpan next = Patience;
    private bool isShown;

    /// <summary>Called from any thread.</summary>
    public void Show(int read, int known)
    {
        if (!isTerminal || elapsed.Elapsed < next)
        {
            return;
        }

        lock (turn)
        {
            next = elapsed.Elapsed + TimeSpan.FromMilliseconds(200);
            isShown = true;
            Console.Error.Write($"\r{read} of {known} files read");
        }
    }

    public void Dispose()
    {
        if (isShown)
        {
            Console.Error.Write("\r\u001b[K");
        }
    }
}
