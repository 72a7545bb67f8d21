namespace PolicyGate.Isolation.Supervision;

/// <summary>
/// A worker that starts before it is known what for: its start takes as long as reading the command line and the
/// policies. Nothing is said to it before somebody takes it.
/// </summary>
public sealed class SpareWorker : IDisposable
{
    private readonly Lock turn = new();
    private Task<WorkerProcess>? starting;
    private bool isStarted;

    /// <summary>Starts it in the background, unless it was started before.</summary>
    public void Start()
    {
        lock (turn)
        {
            if (!isStarted)
            {
                isStarted = true;
                starting = Task.Factory.StartNew(
                    () => new WorkerProcess(WorkerLimits.Default), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            }
        }
    }

    /// <summary>Ends it, unless it was taken.</summary>
    public void Dispose()
    {
        Task<WorkerProcess>? left = Leave();
        left?.ContinueWith(started => started.Result.Dispose(), TaskContinuationOptions.OnlyOnRanToCompletion).Wait();
    }

    /// <summary>The worker; null when it was not started, was taken before, or has other limits.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be started.</exception>
    internal WorkerProcess? Take(WorkerLimits limits) =>
        limits == WorkerLimits.Default ? Leave()?.GetAwaiter().GetResult() : null;

    private Task<WorkerProcess>? Leave()
    {
        lock (turn)
        {
            Task<WorkerProcess>? left = starting;
            starting = null;
            return left;
        }
    }
}
