namespace PolicyGate.Metering;

/// <summary>
/// Hash codes that are the same in every run, for what policies hash by themselves: what the library makes of an identity,
/// an address or a type differs from run to run, and a policy's own Equals is told of those that are equal by chance.
/// </summary>
public static class Hashes
{
    /// <summary>What stands for a call of GetHashCode on a variable of any type. Where there is nothing, it fails as ever.</summary>
    public static int OfVariable<T>(ref T self)
    {
        T value = self;
        return typeof(T).IsValueType || value is not null ? Of(value) : value!.GetHashCode();
    }

    /// <inheritdoc cref="OfVariable"/>
    public static int OfObject(object self) => self is null ? self!.GetHashCode() : Of(self);

    /// <summary>What stands for a call of the GetHashCode that every object has, whatever its class overrides.</summary>
    public static int OfIdentity(object self) => self is null ? self!.GetHashCode() : 0;

    /// <summary>What stands for a call of the GetHashCode that every struct has, whatever it overrides.</summary>
    public static int OfParts(object self)
    {
        Sizes.Any(self);
        return HashedTypes.Combined(self);
    }

    [InPlaceOf("M:System.Collections.Generic.EqualityComparer`1.GetHashCode(`0)")]
    [InPlaceOf("M:System.Collections.Generic.IEqualityComparer`1.GetHashCode(`0)")]
    public static int By<T>(IEqualityComparer<T> self, T value)
    {
        if (HashedTypes.IsDefault(self))
        {
            return Of(value);
        }

        Sizes.Value(value);
        return self.GetHashCode(value!);
    }

    [InPlaceOf("M:System.StringComparer.GetHashCode(System.Object)")]
    public static int By(StringComparer self, object value)
    {
        Sizes.Any(value);
        return value is null or string ? self.GetHashCode(value!) : HashedTypes.Hash(value);
    }

    [InPlaceOf("M:System.HashCode.Add``1(``0)")]
    public static void Add<T>(ref HashCode self, T value) => self.Add(Of(value));

    [InPlaceOf("M:System.HashCode.Add``1(``0,System.Collections.Generic.IEqualityComparer{``0})")]
    public static void Add<T>(ref HashCode self, T value, IEqualityComparer<T>? comparer) =>
        self.Add(value is null ? 0 : comparer is null ? Of(value) : By(comparer, value));

    [InPlaceOf("M:System.HashCode.Combine``1(``0)")]
    public static int Combine<T1>(T1 one) => HashCode.Combine(Of(one));

    [InPlaceOf("M:System.HashCode.Combine``2(``0,``1)")]
    public static int Combine<T1, T2>(T1 one, T2 two) => HashCode.Combine(Of(one), Of(two));

    [InPlaceOf("M:System.HashCode.Combine``3(``0,``1,``2)")]
    public static int Combine<T1, T2, T3>(T1 one, T2 two, T3 three) => HashCode.Combine(Of(one), Of(two), Of(three));

    [InPlaceOf("M:System.HashCode.Combine``4(``0,``1,``2,``3)")]
    public static int Combine<T1, T2, T3, T4>(T1 one, T2 two, T3 three, T4 four) =>
        HashCode.Combine(Of(one), Of(two), Of(three), Of(four));

    [InPlaceOf("M:System.HashCode.Combine``5(``0,``1,``2,``3,``4)")]
    public static int Combine<T1, T2, T3, T4, T5>(T1 one, T2 two, T3 three, T4 four, T5 five) =>
        HashCode.Combine(Of(one), Of(two), Of(three), Of(four), Of(five));

    [InPlaceOf("M:System.HashCode.Combine``6(``0,``1,``2,``3,``4,``5)")]
    public static int Combine<T1, T2, T3, T4, T5, T6>(T1 one, T2 two, T3 three, T4 four, T5 five, T6 six) =>
        HashCode.Combine(Of(one), Of(two), Of(three), Of(four), Of(five), Of(six));

    [InPlaceOf("M:System.HashCode.Combine``7(``0,``1,``2,``3,``4,``5,``6)")]
    public static int Combine<T1, T2, T3, T4, T5, T6, T7>(T1 one, T2 two, T3 three, T4 four, T5 five, T6 six, T7 seven) =>
        HashCode.Combine(Of(one), Of(two), Of(three), Of(four), Of(five), Of(six), Of(seven));

    [InPlaceOf("M:System.HashCode.Combine``8(``0,``1,``2,``3,``4,``5,``6,``7)")]
    public static int Combine<T1, T2, T3, T4, T5, T6, T7, T8>(
        T1 one, T2 two, T3 three, T4 four, T5 five, T6 six, T7 seven, T8 eight) =>
        HashCode.Combine(Of(one), Of(two), Of(three), Of(four), Of(five), Of(six), Of(seven), Of(eight));

    private static int Of<T>(T value)
    {
        Sizes.Value(value);
        return typeof(T) == typeof(int) ? (int)(object)value! : HashedTypes.Hash(value);
    }
}
