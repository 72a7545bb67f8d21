namespace PolicyGate.Metering;

/// <summary>Delegates that call many: adding one to itself doubles it.</summary>
public static class Delegates
{
    [InPlaceOf("M:System.Delegate.Combine(System.Delegate,System.Delegate)")]
    public static Delegate? Combine(Delegate? one, Delegate? other)
    {
        Account.ChargeBytes((Length(one) + Length(other) + 8) * IntPtr.Size);
        return Delegate.Combine(one, other);
    }

    [InPlaceOf("M:System.Delegate.Remove(System.Delegate,System.Delegate)")]
    public static Delegate? Remove(Delegate? source, Delegate? value)
    {
        long length = Length(source);
        Account.ChargeFuel(length * Length(value));
        Account.ChargeBytes((length + 8) * IntPtr.Size);
        return Delegate.Remove(source, value);
    }

    [InPlaceOf("M:System.Delegate.op_Equality(System.Delegate,System.Delegate)")]
    public static bool AreEqual(Delegate? one, Delegate? other)
    {
        Account.ChargeFuel(Length(one));
        return one == other;
    }

    [InPlaceOf("M:System.Delegate.op_Inequality(System.Delegate,System.Delegate)")]
    public static bool Differ(Delegate? one, Delegate? other) => !AreEqual(one, other);

    /// <summary>Counts at a cost; the list that the library would hand out is a copy.</summary>
    internal static long Length(Delegate? combined)
    {
        if (combined is null or { HasSingleTarget: true })
        {
            return 1;
        }

        long length = 0;
        foreach (Delegate _ in Delegate.EnumerateInvocationList(combined))
        {
            Account.ChargeFuel(1);
            length++;
        }

        return length;
    }
}
