using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace PolicyGate.Metering;

/// <summary>What woven code pays on its way: at entries, turns, handlers and allocations.</summary>
public static class Toll
{
    /// <summary>Throwing and catching take thousands of times what a step takes, and longer the deeper the throw.</summary>
    private const int CatchFuel = 1_000;

    private const int UnwoundFrameFuel = 100;

    /// <summary>As many calls as the runtime's own frames between a throw and a filter are large.</summary>
    private const int FilterFrames = 8;

    /// <summary>Object header, method table, length.</summary>
    private const int ArrayHeader = 24;

    private const int BoxHeader = 16;

    /// <summary>At the entry of a method that calls others.</summary>
    /// <returns>Its level, which it hands back on its way out and in handlers.</returns>
    public static int Enter(int fuel) => EnterLarge(fuel, 1);

    /// <summary>At the entry of one whose frame is as large as several.</summary>
    public static int EnterLarge(int fuel, int frames)
    {
        int level = Account.Depth + frames;
        Account.Depth = level;
        if ((Account.Fuel -= fuel) < 0)
        {
            Account.Spend(Limit.Fuel);
        }

        if (level > Account.DepthLimit)
        {
            Account.Spend(Limit.Depth);
        }

        CheckStack();
        return level;
    }

    /// <summary>By its own measure, which leaves room for what exceptions take, and by the runtime's.</summary>
    internal static unsafe void CheckStack()
    {
        byte here;
        if ((nint)(&here) < Account.StackFloor || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            Account.Spend(Limit.Stack);
        }
    }

    public static void Leave(int level) => Account.Depth = level - 1;

    /// <summary>At a return of a method that entered as several.</summary>
    public static void LeaveLarge(int level, int frames) => Account.Depth = level - frames;

    /// <summary>At the entry of a finally or fault block, which exceptions reach from any depth.</summary>
    /// <returns>Whether to skip the block, because the budget is spent.</returns>
    public static bool Resume(int level)
    {
        Account.Depth = level;
        return Account.IsSpent;
    }

    /// <summary>
    /// Before a policy is made: its types are initialised in the order in which they are written, on a budget of their own,
    /// so that what their statics hold does not depend on which subject came first. What fails here fails again at the first
    /// use, which tells of it.
    /// </summary>
    public static void Initialize(RuntimeTypeHandle type)
    {
        if (Account.IsSpent)
        {
            return;
        }

        Account.Aside(() =>
        {
            try
            {
                RuntimeHelpers.RunClassConstructor(type);
            }
            catch (TypeInitializationException)
            {
                // The runtime keeps it for whoever uses the type.
            }
        });
    }

    public static void Turn(int fuel)
    {
        if ((Account.Fuel -= fuel) < 0)
        {
            Account.Spend(Limit.Fuel);
        }
    }

    public static void Allocate(int bytes)
    {
        if ((Account.Bytes -= bytes) < 0)
        {
            Account.Spend(Limit.Memory);
        }
    }

    /// <summary>Before an element is put into a collection, which may double its room for it.</summary>
    public static void Store(uint size) => Allocate(BoxHeader + (2 * (int)size));

    public static void Box(uint size) => Allocate(BoxHeader + (int)size);

    /// <summary>Before an array is made. A negative length is left to the runtime to complain about.</summary>
    public static nint Array(nint length, uint elementSize)
    {
        long bytes = Math.Min(Product(Math.Max(length, 0), elementSize), long.MaxValue - ArrayHeader) + ArrayHeader;
        Account.ChargeBytes(bytes);
        Account.ChargeFuel(bytes >> 7);
        return length;
    }

    /// <summary>The number of elements of an array with several dimensions, so far.</summary>
    public static long Times(long count, int length) => Product(count, Math.Max(length, 0));

    /// <summary>So many elements of an array with several dimensions are about to be made.</summary>
    public static void Block(long count, uint bytesEach) =>
        Account.ChargeBytes(Product(count, bytesEach));

    /// <summary>Of two numbers from 0; the largest number where it is more than that.</summary>
    private static long Product(long left, long right) =>
        Math.BigMul(left, right, out long product) == 0 && product >= 0 ? product : long.MaxValue;

    /// <summary>At the entry of a catch block.</summary>
    public static void Caught(int level)
    {
        long unwound = Math.Max(Account.Depth - level, 0);
        Account.Depth = level;
        Account.ChargeFuel(CatchFuel + (unwound * UnwoundFrameFuel));
        Account.ChargeBytes(CatchFuel);
    }

    /// <summary>
    /// Whether a handler may see an exception: not when the budget is spent. Handlers are made into filters that ask, because
    /// to throw again on each level would need stack where there may be none.
    /// </summary>
    /// <param name="exception">Null when the handler is for other exceptions.</param>
    public static bool Sees(object? exception) => exception is not null && !Passes(exception);

    /// <summary>At the entry of a filter, which has code of the policy's own and runs above where the exception was thrown.</summary>
    public static bool PassesFilter(object exception)
    {
        Account.Depth += FilterFrames;
        return Passes(exception);
    }

    private static bool Passes(object exception)
    {
        if (!Account.IsSpent && Ends(exception) is { } limit)
        {
            Account.Void(limit);
        }

        if (!Account.IsSpent)
        {
            StackTraces.Forget(exception as Exception);
        }

        return Account.IsSpent;
    }

    /// <summary>The limit that an exception tells of, be it wrapped by an initializer, a sort or a lazy value.</summary>
    private static Limit? Ends(object thrown)
    {
        Exception? exception = thrown as Exception;
        for (int wrapped = 0; exception is not null && wrapped < 16; wrapped++, exception = exception.InnerException)
        {
            Limit? limit = exception switch
            {
                BudgetSpentException spent => spent.Limit,
                InsufficientExecutionStackException => Limit.Stack,
                OutOfMemoryException => Limit.Memory,
                RegexMatchTimeoutException => Limit.RegexTime,
                _ => null,
            };
            if (limit is not null)
            {
                return limit;
            }
        }

        return null;
    }
}
