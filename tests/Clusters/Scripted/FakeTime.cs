using System.Collections.Concurrent;

namespace PolicyGate.Clusters.Tests.Scripted;

/// <summary>
/// A clock on which every wait is over at once, and which remembers them. Only timers of timeouts stay, until a test lets
/// them run out.
/// </summary>
internal sealed class FakeTime : TimeProvider
{
    /// <summary>Lengths that nothing else waits.</summary>
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(59.5);

    public static readonly TimeSpan RunTimeout = TimeSpan.FromSeconds(299.5);

    private readonly ConcurrentQueue<TimeSpan> _waits = [];
    private readonly ConcurrentDictionary<Timer, TimeSpan> _timeouts = [];
    private DateTimeOffset _now = new(2026, 3, 14, 9, 26, 53, TimeSpan.Zero);

    /// <summary>In seconds, in order.</summary>
    public double[] Waits => [.. _waits.Select(wait => wait.TotalSeconds)];

    public override DateTimeOffset GetUtcNow() => _now;

    public void Pass(TimeSpan span) => _now += span;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Timer timer = new(this, () => callback(state));
        if (dueTime == AttemptTimeout || dueTime == RunTimeout || dueTime == TimeSpan.FromSeconds(60))
        {
            _timeouts[timer] = dueTime;
        }
        else if (dueTime > TimeSpan.Zero)
        {
            _waits.Enqueue(dueTime);
            _now += dueTime;
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return timer;
    }

    public void Elapse(TimeSpan timeout)
    {
        foreach (Timer timer in _timeouts.Where(one => one.Value == timeout).Select(one => one.Key))
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
