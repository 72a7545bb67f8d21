namespace PolicyGate.Metering;

/// <summary>
/// Lazy values, which catch what their functions throw and throw it again. That takes much stack and time on every level, so
/// that only some may be at work at once.
/// </summary>
public static class Lazies
{
    private const int MostAtWork = 300;

    [ThreadStatic]
    private static int atWork;

    [InPlaceOf("M:System.Lazy`1.#ctor(System.Func{`0})")]
    public static Lazy<T> Make<T>(Func<T> function)
    {
        ArgumentNullException.ThrowIfNull(function, "valueFactory");
        Account.ChargeBytes(200);
        return new(() => Value(function));
    }

    internal static void Forget() => atWork = 0;

    private static T Value<T>(Func<T> function)
    {
        int level = atWork;
        if (level == MostAtWork)
        {
            Account.Spend(Limit.Nesting);
        }

        atWork = level + 1;
        try
        {
            return function();
        }
        finally
        {
            atWork = level;
        }
    }
}
