using System.Text;

namespace PolicyGate.Metering;

/// <summary>Composite formats: each place may show the longest of the values, and is paid for before it does.</summary>
public static class Compositions
{
    [InPlaceOf("M:System.String.Format(System.String,System.Object)")]
    public static string Format(string format, object? one) =>
        string.Format(Paid(format, [one]), one);

    [InPlaceOf("M:System.String.Format(System.String,System.Object,System.Object)")]
    public static string Format(string format, object? one, object? two) =>
        string.Format(Paid(format, [one, two]), one, two);

    [InPlaceOf("M:System.String.Format(System.String,System.Object,System.Object,System.Object)")]
    public static string Format(string format, object? one, object? two, object? three) =>
        string.Format(Paid(format, [one, two, three]), one, two, three);

    [InPlaceOf("M:System.String.Format(System.String,System.Object[])")]
    public static string Format(string format, object?[] values) =>
        string.Format(Paid(format, values), values);

    [InPlaceOf("M:System.String.Format(System.String,System.ReadOnlySpan{System.Object})")]
    public static string Format(string format, ReadOnlySpan<object?> values) =>
        string.Format(Paid(format, values), values);

    [InPlaceOf("M:System.String.Format(System.IFormatProvider,System.String,System.Object)")]
    public static string Format(IFormatProvider? provider, string format, object? one) =>
        string.Format(provider, Paid(format, [one]), one);

    [InPlaceOf("M:System.String.Format(System.IFormatProvider,System.String,System.Object,System.Object)")]
    public static string Format(IFormatProvider? provider, string format, object? one, object? two) =>
        string.Format(provider, Paid(format, [one, two]), one, two);

    [InPlaceOf("M:System.String.Format(System.IFormatProvider,System.String,System.Object,System.Object,System.Object)")]
    public static string Format(IFormatProvider? provider, string format, object? one, object? two, object? three) =>
        string.Format(provider, Paid(format, [one, two, three]), one, two, three);

    [InPlaceOf("M:System.String.Format(System.IFormatProvider,System.String,System.Object[])")]
    public static string Format(IFormatProvider? provider, string format, object?[] values) =>
        string.Format(provider, Paid(format, values), values);

    [InPlaceOf("M:System.String.Format(System.IFormatProvider,System.String,System.ReadOnlySpan{System.Object})")]
    public static string Format(IFormatProvider? provider, string format, ReadOnlySpan<object?> values) =>
        string.Format(provider, Paid(format, values), values);

    [InPlaceOf("M:System.Text.StringBuilder.AppendFormat(System.String,System.Object)")]
    public static StringBuilder AppendFormat(StringBuilder self, string format, object? one) =>
        self.AppendFormat(Paid(format, [one]), one);

    [InPlaceOf("M:System.Text.StringBuilder.AppendFormat(System.String,System.Object,System.Object)")]
    public static StringBuilder AppendFormat(StringBuilder self, string format, object? one, object? two) =>
        self.AppendFormat(Paid(format, [one, two]), one, two);

    [InPlaceOf("M:System.Text.StringBuilder.AppendFormat(System.String,System.Object,System.Object,System.Object)")]
    public static StringBuilder AppendFormat(StringBuilder self, string format, object? one, object? two, object? three) =>
        self.AppendFormat(Paid(format, [one, two, three]), one, two, three);

    [InPlaceOf("M:System.Text.StringBuilder.AppendFormat(System.String,System.Object[])")]
    public static StringBuilder AppendFormat(StringBuilder self, string format, object?[] values) =>
        self.AppendFormat(Paid(format, values), values);

    [InPlaceOf("M:System.Text.StringBuilder.AppendFormat(System.String,System.ReadOnlySpan{System.Object})")]
    public static StringBuilder AppendFormat(StringBuilder self, string format, ReadOnlySpan<object?> values) =>
        self.AppendFormat(Paid(format, values), values);

    [InPlaceOf("M:System.Text.StringBuilder.AppendFormat(System.IFormatProvider,System.String,System.Object)")]
    public static StringBuilder AppendFormat(StringBuilder self, IFormatProvider? provider, string format, object? one) =>
        self.AppendFormat(provider, Paid(format, [one]), one);

    [InPlaceOf("M:System.Text.StringBuilder.AppendFormat(System.IFormatProvider,System.String,System.Object,System.Object)")]
    public static StringBuilder AppendFormat(StringBuilder self, IFormatProvider? provider, string format, object? one, object? two) =>
        self.AppendFormat(provider, Paid(format, [one, two]), one, two);

    [InPlaceOf("M:System.Text.StringBuilder.AppendFormat(System.IFormatProvider,System.String,System.Object,System.Object,System.Object)")]
    public static StringBuilder AppendFormat(StringBuilder self, IFormatProvider? provider, string format, object? one, object? two, object? three) =>
        self.AppendFormat(provider, Paid(format, [one, two, three]), one, two, three);

    [InPlaceOf("M:System.Text.StringBuilder.AppendFormat(System.IFormatProvider,System.String,System.Object[])")]
    public static StringBuilder AppendFormat(StringBuilder self, IFormatProvider? provider, string format, object?[] values) =>
        self.AppendFormat(provider, Paid(format, values), values);

    [InPlaceOf("M:System.Text.StringBuilder.AppendFormat(System.IFormatProvider,System.String,System.ReadOnlySpan{System.Object})")]
    public static StringBuilder AppendFormat(StringBuilder self, IFormatProvider? provider, string format, ReadOnlySpan<object?> values) =>
        self.AppendFormat(provider, Paid(format, values), values);

    private static string Paid(string? format, ReadOnlySpan<object?> values)
    {
        if (format is null)
        {
            return null!;
        }

        Formats.Composite(format);
        long length = 0;
        foreach (object? value in values)
        {
            Sizes.Any(value);
            length += value switch
            {
                string text => text.Length,
                StringBuilder builder => builder.Length,
                _ => 0,
            };
        }

        long places = format.AsSpan().Count('{');
        Account.ChargeBytes(2 * (format.Length + (places * length)));
        Account.ChargeFuel(places + ((places * length) >> 4));
        return format;
    }
}
