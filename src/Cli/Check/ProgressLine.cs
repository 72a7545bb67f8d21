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
    public void Show(int read, int known) => Show($"{read} of {known} files read");

    /// <summary>Called from any thread; numbers and words of ours only.</summary>
    public void Show(FormattableString text)
    {
        if (!isTerminal || elapsed.Elapsed < next)
        {
            return;
        }

        lock (turn)
        {
            next = elapsed.Elapsed + TimeSpan.FromMilliseconds(200);
            isShown = true;
            Console.Error.Write($"\r{FormattableString.Invariant(text)}\u001b[K");
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
