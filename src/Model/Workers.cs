namespace PolicyGate.Model;

/// <summary>
/// Does the same for many things on all cores. What <see cref="Parallel"/> does for that is not compiled ahead of time,
/// and takes longer to get going than a small repository takes to read.
/// </summary>
public static class Workers
{
    /// <summary>Calls back once for each index, from any thread, and returns when all calls have.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="work">What is done.</param>
    /// <param name="enough">How many are worth another thread, which would first have the same methods compiled.</param>
    public static void ForEach(int count, Action<int> work, int enough = 1)
    {
        int next = -1;
        Task[] others = new Task[Math.Clamp((count - 1) / enough, 0, Environment.ProcessorCount - 1)];
        for (int other = 0; other < others.Length; other++)
        {
            others[other] = Task.Run(WorkThrough);
        }

        WorkThrough();
        Task.WaitAll(others);

        void WorkThrough()
        {
            for (int index = Interlocked.Increment(ref next); index < count; index = Interlocked.Increment(ref next))
            {
                work(index);
            }
        }
    }
}
