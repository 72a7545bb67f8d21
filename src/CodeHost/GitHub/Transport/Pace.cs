namespace PolicyGate.CodeHost.GitHub.Transport;

/// <summary>When the next request may go: one at a time, not within a rate limit, writes not too fast.</summary>
internal sealed class Pace(TimeProvider time, TimeSpan budget) : IDisposable
{
    /// <summary>GitHub asks for pauses in "a large number" of writes; an ordinary report is below this.</summary>
    private const int WritesWithoutPause = 10;

    private readonly SemaphoreSlim _turn = new(1);
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;
    private DateTimeOffset _lastWrite = DateTimeOffset.MinValue;
    private TimeSpan _left = budget;
    private int _writes;

    /// <summary>What is left of the budget.</summary>
    public TimeSpan Left => _left;

    /// <summary>Does it when its turn has come. Serial, as GitHub's best practices ask.</summary>
    public async Task<T> InTurn<T>(bool isWrite, Func<Task<T>> act, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await WaitUntil(_notBefore, cancellation).ConfigureAwait(false);
            if (isWrite)
            {
                await PauseAfterWrites(cancellation).ConfigureAwait(false);
            }

            return await act().ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Lets nobody ask before so long has passed. False, and nothing changes, when the budget does not allow it.</summary>
    public bool Postpone(TimeSpan wait)
    {
        DateTimeOffset now = time.GetUtcNow();
        TimeSpan granted = _notBefore > now ? _notBefore - now : TimeSpan.Zero;
        TimeSpan more = wait > granted ? wait - granted : TimeSpan.Zero;
        if (more > _left)
        {
            return false;
        }

        _left -= more;
        _notBefore = now + granted + more;
        return true;
    }

    public void Dispose() => _turn.Dispose();

    private async Task PauseAfterWrites(CancellationToken cancellation)
    {
        if (++_writes > WritesWithoutPause)
        {
            await WaitUntil(_lastWrite + GitHubLimits.PauseBetweenWrites, cancellation).ConfigureAwait(false);
        }

        _lastWrite = time.GetUtcNow();
    }

    private async Task WaitUntil(DateTimeOffset moment, CancellationToken cancellation)
    {
        TimeSpan wait = moment - time.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellation).ConfigureAwait(false);
        }
    }
}
