namespace PolicyGate.Isolation.Supervision;

/// <summary>
/// A worker that starts while policies are still being read: its start takes as long as that. Nothing is said to it
/// before somebody takes it.
/// </summary>
public sealed class SpareWorker : IDisposable
{
    private readonly Lock turn = new();
    private Task<WorkerProcess>? starting = Task.Factory.StartNew(
        () => new WorkerProcess(WorkerLimits.Default), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Ends it, unless it was taken.</summary>
    public void Dispose()
    {
        Task<WorkerProcess>? left = Leave();
        left?.ContinueWith(started => started.Result.Dispose(), TaskContinuationOptions.OnlyOnRanToCompletion).Wait();
    }

    /// <summary>The worker; null when it was taken before or has other limits.</summary>
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
