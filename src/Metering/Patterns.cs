using System.Diagnostics;
using System.Text.RegularExpressions;

namespace PolicyGate.Metering;

/// <summary>Makes regular expressions that end, and runs them on the regex time of the budget.</summary>
internal static class Patterns
{
    private const int LongestPattern = 10_000;

    private const int MostKept = 64;

    /// <summary>Building one takes as long as thousands of steps.</summary>
    private const int BuildFuel = 5_000;

    private const RegexOptions Allowed = RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture
        | RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace | RegexOptions.RightToLeft
        | RegexOptions.ECMAScript | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    /// <summary>Not possible without backtracking; the library would say so by an exception.</summary>
    private const RegexOptions Backtracking = RegexOptions.RightToLeft | RegexOptions.ECMAScript;

    [ThreadStatic]
    private static Dictionary<(string, RegexOptions), Regex>? kept;

    public static void Forget() => kept = null;

    /// <summary>For the static methods, which the library keeps patterns for as well.</summary>
    public static Regex Kept(string pattern, RegexOptions options = RegexOptions.None)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        kept ??= [];
        if (!kept.TryGetValue((pattern, options), out Regex? regex))
        {
            regex = Make(pattern, options);
            if (kept.Count == MostKept)
            {
                kept.Clear();
            }

            kept.Add((pattern, options), regex);
        }

        return regex;
    }

    /// <summary>
    /// Compiling an expression to IL is left out, since it is slower for the few texts that a policy looks at.
    /// </summary>
    public static Regex Make(string pattern, RegexOptions options)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        int length = pattern.Length;
        if (length > LongestPattern)
        {
            Account.Spend(Limit.RegexTime);
        }

        Account.ChargeFuel(BuildFuel + (length * 50L));
        Account.ChargeBytes(2_000 + (length * 100L));
        RegexOptions wanted = options & ~RegexOptions.Compiled;
        return (wanted & ~Allowed) != 0 ? new(pattern, wanted) : Run(() => Built(pattern, wanted));
    }

    /// <summary>Runs one on a text, against the clock.</summary>
    public static TResult Run<TResult>(Func<TResult> match)
    {
        long began = Stopwatch.GetTimestamp();
        try
        {
            return match();
        }
        catch (RegexMatchTimeoutException)
        {
            Account.Spend(Limit.RegexTime);
            throw;
        }
        finally
        {
            Took(began);
        }
    }

    public static void Took(long began)
    {
        Account.RegexTime -= Stopwatch.GetElapsedTime(began).Ticks;
        if (Account.RegexTime < 0 && !Account.IsSpent)
        {
            Account.Spend(Limit.RegexTime);
        }
    }

    private static Regex Built(string pattern, RegexOptions options)
    {
        TimeSpan timeout = TimeSpan.FromTicks(Math.Max(Account.RegexTime, TimeSpan.TicksPerMillisecond));
        if ((options & Backtracking) == 0 && !Repetitions.Capture(pattern))
        {
            try
            {
                return new(pattern, options | RegexOptions.NonBacktracking, timeout);
            }
            catch (NotSupportedException)
            {
                // Looking around and back-references need backtracking; the time limit has to do.
            }
        }

        return new(pattern, options, timeout);
    }
}
