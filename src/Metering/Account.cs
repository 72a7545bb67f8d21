using System.Diagnostics.CodeAnalysis;

namespace PolicyGate.Metering;

/// <summary>What this thread has left. Once anything is spent, nothing is left of the rest, so that every check throws.</summary>
internal static class Account
{
    /// <summary>Far from where subtracting a constant could wrap around.</summary>
    private const long Nothing = long.MinValue / 2;

    [ThreadStatic]
    public static long Fuel;

    [ThreadStatic]
    public static long Bytes;

    [ThreadStatic]
    public static int Depth;

    [ThreadStatic]
    public static int DepthLimit;

    /// <summary>The address that the stack may reach down to.</summary>
    [ThreadStatic]
    public static nint StackFloor;

    /// <summary>In ticks of <see cref="TimeSpan"/>.</summary>
    [ThreadStatic]
    public static long RegexTime;

    [ThreadStatic]
    private static Budget? budget;

    [ThreadStatic]
    private static Spending? atTheLimit;

    public static bool IsSpent => atTheLimit is not null;

    public static unsafe void Open(Budget fresh)
    {
        byte here;
        StackFloor = (nint)(&here) - fresh.StackBytes;
        (budget, atTheLimit, Depth) = (fresh, null, 0);
        (Fuel, Bytes, DepthLimit, RegexTime) = (fresh.Fuel, fresh.AllocatedBytes, fresh.Depth, fresh.RegexTime.Ticks);
        Patterns.Forget();
        Lazies.Forget();
    }

    /// <summary>Does something on a budget of its own, and goes on as if nothing had been used.</summary>
    public static void Aside(Action action)
    {
        (long fuel, long bytes, int depth, int depthLimit, long regexTime) = (Fuel, Bytes, Depth, DepthLimit, RegexTime);
        Budget apart = Budget.Default;
        (Fuel, Bytes, DepthLimit, RegexTime) = (apart.Fuel, apart.AllocatedBytes, apart.Depth, apart.RegexTime.Ticks);
        action();
        atTheLimit = null;
        (Fuel, Bytes, Depth, DepthLimit, RegexTime) = (fuel, bytes, depth, depthLimit, regexTime);
    }

    public static Spending Close()
    {
        Spending spending = atTheLimit ?? Used(null);
        (budget, atTheLimit) = (null, null);
        (Fuel, Bytes, DepthLimit, RegexTime) = (Nothing, Nothing, 0, Nothing);
        return spending;
    }

    public static void ChargeFuel(long amount)
    {
        if (amount > Fuel)
        {
            Spend(Limit.Fuel);
        }

        Fuel -= amount;
    }

    public static void ChargeBytes(long amount)
    {
        if (amount > Bytes)
        {
            Spend(Limit.Memory);
        }

        Bytes -= amount;
    }

    /// <summary>Leaves nothing, so that the next check ends the evaluation. What was hit first is what it ended of.</summary>
    public static void Void(Limit limit)
    {
        atTheLimit ??= Used(limit);
        (Fuel, Bytes, DepthLimit, RegexTime) = (Nothing, Nothing, 0, Nothing);
    }

    /// <summary>Ends the evaluation.</summary>
    [DoesNotReturn]
    public static void Spend(Limit limit)
    {
        Void(limit);
        throw new BudgetSpentException(atTheLimit!.Hit!.Value);
    }

    private static Spending Used(Limit? hit)
    {
        Budget full = budget ?? throw new InvalidOperationException("no budget was begun on this thread");
        return new(
            full.Fuel - Math.Max(Fuel, 0),
            full.AllocatedBytes - Math.Max(Bytes, 0),
            full.RegexTime - TimeSpan.FromTicks(Math.Max(RegexTime, 0)),
            hit);
    }
}
