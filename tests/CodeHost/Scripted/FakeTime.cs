using System.Collections.Concurrent;

namespace PolicyGate.CodeHost.Tests.Scripted;

/// <summary>
/// A clock on which every wait is over at once, and which remembers them. Only the timer of an attempt's timeout stays,
/// until a test lets it run out.
/// </summary>
internal sealed class FakeTime : TimeProvider
{
    /// <summary>A length that nothing else waits.</summary>
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(29.5);

    private readonly ConcurrentQueue<TimeSpan> _waits = [];
    private readonly ConcurrentDictionary<Timer, byte> _timeouts = [];
    private DateTimeOffset _now = new(2026, 3, 14, 9, 26, 53, TimeSpan.Zero);

    /// <summary>In seconds, in order.</summary>
    public double[] Waits => [.. _waits.Select(wait => wait.TotalSeconds)];

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Timer timer = new(this, () => callback(state));
        if (dueTime == AttemptTimeout)
        {
            _timeouts[timer] = 0;
        }
        else if (dueTime > TimeSpan.Zero)
        {
            _waits.Enqueue(dueTime);
            _now += dueTime;
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return timer;
    }

    public void LetTheAttemptTimeOut()
    {
        foreach (Timer timer in _timeouts.Keys)
        {
            timer.Elapse();
        }
    }

    private sealed class Timer(FakeTime time, Action elapse) : ITimer
    {
        public void Elapse() => elapse();

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => time._timeouts.TryRemove(this, out _);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
