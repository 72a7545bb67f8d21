// What only shows in what the compiler makes of it is refused where it was written, too.
static class Comparing
{
    public static bool Same(Func<int> one, Func<int> other)
    {
        return one == other; //~ PG0301 op_Equality
    }

    public static bool Unlike(IEnumerable<Action> all, Action other) =>
        all.Any(one =>
            one != other); //~ PG0301 op_Inequality

    public static bool IsMissing(Func<int>? one) => one == null;
}
