namespace PolicyGate.Metering;

/// <summary>What policies do with texts most, without detours.</summary>
public static class Strings
{
    /// <summary>Shorter ones are compared in no more than a step.</summary>
    private const int Short = 64;

    [InPlaceOf("M:System.String.op_Equality(System.String,System.String)")]
    [InPlaceOf("M:System.String.Equals(System.String,System.String)")]
    public static bool AreEqual(string? one, string? other)
    {
        if (one is not null && one.Length > Short)
        {
            Compared(one, other);
        }

        return one == other;
    }

    [InPlaceOf("M:System.String.op_Inequality(System.String,System.String)")]
    public static bool Differ(string? one, string? other) => !AreEqual(one, other);

    [InPlaceOf("M:System.String.Equals(System.String)")]
    public static bool Equals(string self, string? other) => AreEqual(self, other) && self.Equals(other);

    [InPlaceOf("M:System.String.Concat(System.String,System.String)")]
    public static string Concat(string? one, string? two)
    {
        Made(Length(one) + Length(two));
        return string.Concat(one, two);
    }

    [InPlaceOf("M:System.String.Concat(System.String,System.String,System.String)")]
    public static string Concat(string? one, string? two, string? three)
    {
        Made(Length(one) + Length(two) + Length(three));
        return string.Concat(one, two, three);
    }

    [InPlaceOf("M:System.String.Concat(System.String,System.String,System.String,System.String)")]
    public static string Concat(string? one, string? two, string? three, string? four)
    {
        Made(Length(one) + Length(two) + Length(three) + Length(four));
        return string.Concat(one, two, three, four);
    }

    private static long Length(string? text) => text?.Length ?? 0;

    private static void Compared(string one, string? other)
    {
        if (one.Length == other?.Length)
        {
            Sizes.Text(one);
        }
    }

    private static void Made(long length)
    {
        Account.ChargeBytes((length * 2) + Sizes.TextHeader);
        Account.ChargeFuel(length >> 4);
    }
}
