using System.Globalization;

namespace PolicyGate.Metering;

/// <summary>Reads dates with a time. A time alone is of 1 January of the year 1, not of today; a date without a year is no date.</summary>
public static class Dates
{
    [InPlaceOf("M:System.DateTime.Parse(System.ReadOnlySpan{System.Char},System.IFormatProvider)")]
    public static DateTime Parse(ReadOnlySpan<char> text, IFormatProvider? provider)
    {
        GivenCalendar.Charge(text, format: []);
        return GivenCalendar.Given(DateTime.Parse(text, GivenCalendar.Format, DateTimeStyles.NoCurrentDateDefault));
    }

    [InPlaceOf("M:System.DateTime.Parse(System.ReadOnlySpan{System.Char},System.IFormatProvider,System.Globalization.DateTimeStyles)")]
    public static DateTime Parse(ReadOnlySpan<char> text, IFormatProvider? provider, DateTimeStyles styles)
    {
        GivenCalendar.Charge(text, format: []);
        return GivenCalendar.Given(DateTime.Parse(text, GivenCalendar.Format, styles | DateTimeStyles.NoCurrentDateDefault));
    }

    [InPlaceOf("M:System.DateTime.Parse(System.String)")]
    public static DateTime Parse(string text)
    {
        GivenCalendar.Charge(text, format: []);
        return GivenCalendar.Given(DateTime.Parse(text, GivenCalendar.Format, DateTimeStyles.NoCurrentDateDefault));
    }

    [InPlaceOf("M:System.DateTime.Parse(System.String,System.IFormatProvider)")]
    public static DateTime Parse(string text, IFormatProvider? provider)
    {
        GivenCalendar.Charge(text, format: []);
        return GivenCalendar.Given(DateTime.Parse(text, GivenCalendar.Format, DateTimeStyles.NoCurrentDateDefault));
    }

    [InPlaceOf("M:System.DateTime.Parse(System.String,System.IFormatProvider,System.Globalization.DateTimeStyles)")]
    public static DateTime Parse(string text, IFormatProvider? provider, DateTimeStyles styles)
    {
        GivenCalendar.Charge(text, format: []);
        return GivenCalendar.Given(DateTime.Parse(text, GivenCalendar.Format, styles | DateTimeStyles.NoCurrentDateDefault));
    }

    [InPlaceOf("M:System.DateTime.ParseExact(System.ReadOnlySpan{System.Char},System.ReadOnlySpan{System.Char},System.IFormatProvider,System.Globalization.DateTimeStyles)")]
    public static DateTime ParseExact(ReadOnlySpan<char> text, ReadOnlySpan<char> format, IFormatProvider? provider, DateTimeStyles styles)
    {
        GivenCalendar.Charge(text, format);
        return GivenCalendar.Given(DateTime.ParseExact(text, format, GivenCalendar.Format, styles | DateTimeStyles.NoCurrentDateDefault));
    }

    [InPlaceOf("M:System.DateTime.ParseExact(System.ReadOnlySpan{System.Char},System.String[],System.IFormatProvider,System.Globalization.DateTimeStyles)")]
    public static DateTime ParseExact(ReadOnlySpan<char> text, string[] formats, IFormatProvider? provider, DateTimeStyles styles)
    {
        GivenCalendar.Charge(text, formats);
        return GivenCalendar.Given(DateTime.ParseExact(text, formats, GivenCalendar.Format, styles | DateTimeStyles.NoCurrentDateDefault));
    }

    [InPlaceOf("M:System.DateTime.ParseExact(System.String,System.String,System.IFormatProvider)")]
    public static DateTime ParseExact(string text, string format, IFormatProvider? provider)
    {
        GivenCalendar.Charge(text, format);
        return GivenCalendar.Given(DateTime.ParseExact(text, format, GivenCalendar.Format, DateTimeStyles.NoCurrentDateDefault));
    }

    [InPlaceOf("M:System.DateTime.ParseExact(System.String,System.String,System.IFormatProvider,System.Globalization.DateTimeStyles)")]
    public static DateTime ParseExact(string text, string format, IFormatProvider? provider, DateTimeStyles styles)
    {
        GivenCalendar.Charge(text, format);
        return GivenCalendar.Given(DateTime.ParseExact(text, format, GivenCalendar.Format, styles | DateTimeStyles.NoCurrentDateDefault));
    }

    [InPlaceOf("M:System.DateTime.ParseExact(System.String,System.String[],System.IFormatProvider,System.Globalization.DateTimeStyles)")]
    public static DateTime ParseExact(string text, string[] formats, IFormatProvider? provider, DateTimeStyles styles)
    {
        GivenCalendar.Charge(text, formats);
        return GivenCalendar.Given(DateTime.ParseExact(text, formats, GivenCalendar.Format, styles | DateTimeStyles.NoCurrentDateDefault));
    }

    [InPlaceOf("M:System.DateTime.TryParse(System.ReadOnlySpan{System.Char},System.DateTime@)")]
    public static bool TryParse(ReadOnlySpan<char> text, out DateTime result)
    {
        GivenCalendar.Charge(text, format: []);
        return DateTime.TryParse(text, GivenCalendar.Format, DateTimeStyles.NoCurrentDateDefault, out result) && GivenCalendar.IsGiven(ref result);
    }

    [InPlaceOf("M:System.DateTime.TryParse(System.ReadOnlySpan{System.Char},System.IFormatProvider,System.DateTime@)")]
    public static bool TryParse(ReadOnlySpan<char> text, IFormatProvider? provider, out DateTime result)
    {
        GivenCalendar.Charge(text, format: []);
        return DateTime.TryParse(text, GivenCalendar.Format, DateTimeStyles.NoCurrentDateDefault, out result) && GivenCalendar.IsGiven(ref result);
    }

    [InPlaceOf("M:System.DateTime.TryParse(System.ReadOnlySpan{System.Char},System.IFormatProvider,System.Globalization.DateTimeStyles,System.DateTime@)")]
    public static bool TryParse(ReadOnlySpan<char> text, IFormatProvider? provider, DateTimeStyles styles, out DateTime result)
    {
        GivenCalendar.Charge(text, format: []);
        return DateTime.TryParse(text, GivenCalendar.Format, styles | DateTimeStyles.NoCurrentDateDefault, out result) && GivenCalendar.IsGiven(ref result);
    }

    [InPlaceOf("M:System.DateTime.TryParse(System.String,System.DateTime@)")]
    public static bool TryParse(string? text, out DateTime result)
    {
        GivenCalendar.Charge(text, format: []);
        return DateTime.TryParse(text, GivenCalendar.Format, DateTimeStyles.NoCurrentDateDefault, out result) && GivenCalendar.IsGiven(ref result);
    }

    [InPlaceOf("M:System.DateTime.TryParse(System.String,System.IFormatProvider,System.DateTime@)")]
    public static bool TryParse(string? text, IFormatProvider? provider, out DateTime result)
    {
        GivenCalendar.Charge(text, format: []);
        return DateTime.TryParse(text, GivenCalendar.Format, DateTimeStyles.NoCurrentDateDefault, out result) && GivenCalendar.IsGiven(ref result);
    }

    [InPlaceOf("M:System.DateTime.TryParse(System.String,System.IFormatProvider,System.Globalization.DateTimeStyles,System.DateTime@)")]
    public static bool TryParse(string? text, IFormatProvider? provider, DateTimeStyles styles, out DateTime result)
    {
        GivenCalendar.Charge(text, format: []);
        return DateTime.TryParse(text, GivenCalendar.Format, styles | DateTimeStyles.NoCurrentDateDefault, out result) && GivenCalendar.IsGiven(ref result);
    }

    [InPlaceOf("M:System.DateTime.TryParseExact(System.ReadOnlySpan{System.Char},System.ReadOnlySpan{System.Char},System.IFormatProvider,System.Globalization.DateTimeStyles,System.DateTime@)")]
    public static bool TryParseExact(ReadOnlySpan<char> text, ReadOnlySpan<char> format, IFormatProvider? provider, DateTimeStyles styles, out DateTime result)
    {
        GivenCalendar.Charge(text, format);
        return DateTime.TryParseExact(text, format, GivenCalendar.Format, styles | DateTimeStyles.NoCurrentDateDefault, out result) && GivenCalendar.IsGiven(ref result);
    }

    [InPlaceOf("M:System.DateTime.TryParseExact(System.ReadOnlySpan{System.Char},System.String[],System.IFormatProvider,System.Globalization.DateTimeStyles,System.DateTime@)")]
    public static bool TryParseExact(ReadOnlySpan<char> text, string?[]? formats, IFormatProvider? provider, DateTimeStyles styles, out DateTime result)
    {
        GivenCalendar.Charge(text, formats);
        return DateTime.TryParseExact(text, formats, GivenCalendar.Format, styles | DateTimeStyles.NoCurrentDateDefault, out result) && GivenCalendar.IsGiven(ref result);
    }

    [InPlaceOf("M:System.DateTime.TryParseExact(System.String,System.String,System.IFormatProvider,System.Globalization.DateTimeStyles,System.DateTime@)")]
    public static bool TryParseExact(string? text, string? format, IFormatProvider? provider, DateTimeStyles styles, out DateTime result)
    {
        GivenCalendar.Charge(text, format);
        return DateTime.TryParseExact(text, format, GivenCalendar.Format, styles | DateTimeStyles.NoCurrentDateDefault, out result) && GivenCalendar.IsGiven(ref result);
    }

    [InPlaceOf("M:System.DateTime.TryParseExact(System.String,System.String[],System.IFormatProvider,System.Globalization.DateTimeStyles,System.DateTime@)")]
    public static bool TryParseExact(string? text, string?[]? formats, IFormatProvider? provider, DateTimeStyles styles, out DateTime result)
    {
        GivenCalendar.Charge(text, formats);
        return DateTime.TryParseExact(text, formats, GivenCalendar.Format, styles | DateTimeStyles.NoCurrentDateDefault, out result) && GivenCalendar.IsGiven(ref result);
    }
}
