using System.Runtime;

namespace PolicyGate.Load.Files;

/// <summary>
/// Nearly all that loading makes is kept until the end, so that collecting garbage meanwhile takes long and frees
/// little: a third of the time of a large repository. There it is put off until an amount of memory has been used up,
/// where the machine has it to spare; then the runtime goes on as always.
/// </summary>
internal static class GarbagePause
{
    /// <summary>In files. Fewer make too little garbage to matter.</summary>
    private const int LargeRepository = 1000;

    /// <summary>In bytes; 10,000 documents of 32 MB take some 700 MB to load and 600 MB to judge.</summary>
    private const long Budget = 3L << 29;

    /// <summary>No more than this part of the memory that the process may use.</summary>
    private const int Part = 4;

    public static void BeginFor(int files)
    {
        bool isBegun = GCSettings.LatencyMode == GCLatencyMode.NoGCRegion;
        bool isAffordable = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Part >= Budget;
        if (files >= LargeRepository && isAffordable && !isBegun)
        {
            GC.TryStartNoGCRegion(Budget);
        }
    }
}
