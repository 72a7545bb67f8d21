using System.Globalization;

namespace PolicyGate.Metering;

/// <summary>Reads moments. A text without a whole date is no moment.</summary>
public static class Moments
{
    [InPlaceOf("M:System.DateTimeOffset.Parse(System.ReadOnlySpan{System.Char},System.IFormatProvider)")]
    public static DateTimeOffset Parse(ReadOnlySpan<char> text, IFormatProvider? provider)
    {
        GivenCalendar.Charge(text, format: []);
        return GivenCalendar.Given(DateTimeOffset.Parse(text, GivenCalendar.Format, DateTimeStyles.None));
    }

    [InPlaceOf("M:System.DateTimeOffset.Parse(System.ReadOnlySpan{System.Char},System.IFormatProvider,System.Globalization.DateTimeStyles)")]
    public static DateTimeOffset Parse(ReadOnlySpan<char> text, IFormatProvider? provider, DateTimeStyles styles)
    {
        GivenCalendar.Charge(text, format: []);
        return GivenCalendar.Given(DateTimeOffset.Parse(text, GivenCalendar.Format, styles));
    }

    [InPlaceOf("M:System.DateTimeOffset.Parse(System.String)")]
    public static DateTimeOffset Parse(string text)
    {
        GivenCalendar.Charge(text, format: []);
        return GivenCalendar.Given(DateTimeOffset.Parse(text, GivenCalendar.Format, DateTimeStyles.None));
    }

    [InPlaceOf("M:System.DateTimeOffset.Parse(System.String,System.IFormatProvider)")]
    public static DateTimeOffset Parse(string text, IFormatProvider? provider)
    {
        GivenCalendar.Charge(text, format: []);
        return GivenCalendar.Given(DateTimeOffset.Parse(text, GivenCalendar.Format, DateTimeStyles.None));
    }

    [InPlaceOf("M:System.DateTimeOffset.Parse(System.String,System.IFormatProvider,System.Globalization.DateTimeStyles)")]
    public static DateTimeOffset Parse(string text, IFormatProvider? provider, DateTimeStyles styles)
    {
        GivenCalendar.Charge(text, format: []);
        return GivenCalendar.Given(DateTimeOffset.Parse(text, GivenCalendar.Format, styles));
    }

    [InPlaceOf("M:System.DateTimeOffset.ParseExact(System.ReadOnlySpan{System.Char},System.ReadOnlySpan{System.Char},System.IFormatProvider,System.Globalization.DateTimeStyles)")]
    public static DateTimeOffset ParseExact(ReadOnlySpan<char> text, ReadOnlySpan<char> format, IFormatProvider? provider, DateTimeStyles styles)
    {
        GivenCalendar.Charge(text, format);
        return GivenCalendar.Given(DateTimeOffset.ParseExact(text, format, GivenCalendar.Format, styles));
    }

    [InPlaceOf("M:System.DateTimeOffset.ParseExact(System.ReadOnlySpan{System.Char},System.String[],System.IFormatProvider,System.Globalization.DateTimeStyles)")]
    public static DateTimeOffset ParseExact(ReadOnlySpan<char> text, string[] formats, IFormatProvider? provider, DateTimeStyles styles)
    {
        GivenCalendar.Charge(text, formats);
        return GivenCalendar.Given(DateTimeOffset.ParseExact(text, formats, GivenCalendar.Format, styles));
    }

    [InPlaceOf("M:System.DateTimeOffset.ParseExact(System.String,System.String,System.IFormatProvider)")]
    public static DateTimeOffset ParseExact(string text, string format, IFormatProvider? provider)
    {
        GivenCalendar.Charge(text, format);
        return GivenCalendar.Given(DateTimeOffset.ParseExact(text, format, GivenCalendar.Format, DateTimeStyles.None));
    }

    [InPlaceOf("M:System.DateTimeOffset.ParseExact(System.String,System.String,System.IFormatProvider,System.Globalization.DateTimeStyles)")]
    public static DateTimeOffset ParseExact(string text, string format, IFormatProvider? provider, DateTimeStyles styles)
    {
        GivenCalendar.Charge(text, format);
        return GivenCalendar.Given(DateTimeOffset.ParseExact(text, format, GivenCalendar.Format, styles));
    }

    [InPlaceOf("M:System.DateTimeOffset.ParseExact(System.String,System.String[],System.IFormatProvider,System.Globalization.DateTimeStyles)")]
    public static DateTimeOffset ParseExact(string text, string[] formats, IFormatProvider? provider, DateTimeStyles styles)
    {
        GivenCalendar.Charge(text, formats);
        return GivenCalendar.Given(DateTimeOffset.ParseExact(text, formats, GivenCalendar.Format, styles));
    }

    [InPlaceOf("M:System.DateTimeOffset.TryParse(System.ReadOnlySpan{System.Char},System.DateTimeOffset@)")]
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset result)
    {
        GivenCalendar.Charge(text, format: []);
        return DateTimeOffset.TryParse(text, GivenCalendar.Format, DateTimeStyles.None, out result) && GivenCalendar.IsGiven(ref result);
    }

    [InPlaceOf("M:System.DateTimeOffset.TryParse(System.ReadOnlySpan{System.Char},System.IFormatProvider,System.DateTimeOffset@)")]
    public static bool TryParse(ReadOnlySpan<char> text, IFormatProvider? provider, out DateTimeOffset result)
    {
        GivenCalendar.Charge(text, format: []);
        return DateTimeOffset.TryParse(text, GivenCalendar.Format, DateTimeStyles.None, out result) && GivenCalendar.IsGiven(ref result);
    }

    [InPlaceOf("M:System.DateTimeOffset.TryParse(System.ReadOnlySpan{System.Char},System.IFormatProvider,System.Globalization.DateTimeStyles,System.DateTimeOffset@)")]
    public static bool TryParse(ReadOnlySpan<char> text, IFormatProvider? provider, DateTimeStyles styles, out DateTimeOffset result)
    {
        GivenCalendar.Charge(text, format: []);
        return DateTimeOffset.TryParse(text, GivenCalendar.Format, styles, out result) && GivenCalendar.IsGiven(ref result);
    }

    [InPlaceOf("M:System.DateTimeOffset.TryParse(System.String,System.DateTimeOffset@)")]
    public static bool TryParse(string? text, out DateTimeOffset result)
    {
        GivenCalendar.Charge(text, format: []);
        return DateTimeOffset.TryParse(text, GivenCalendar.Format, DateTimeStyles.None, out result) && GivenCalendar.IsGiven(ref result);
    }

    [InPlaceOf("M:System.DateTimeOffset.TryParse(System.String,System.IFormatProvider,System.DateTimeOffset@)")]
    public static bool TryParse(string? text, IFormatProvider? provider, out DateTimeOffset result)
    {
        GivenCalendar.Charge(text, format: []);
        return DateTimeOffset.TryParse(text, GivenCalendar.Format, DateTimeStyles.None, out result) && GivenCalendar.IsGiven(ref result);
    }

    [InPlaceOf("M:System.DateTimeOffset.TryParse(System.String,System.IFormatProvider,System.Globalization.DateTimeStyles,System.DateTimeOffset@)")]
    public static bool TryParse(string? text, IFormatProvider? provider, DateTimeStyles styles, out DateTimeOffset result)
    {
        GivenCalendar.Charge(text, format: []);
        return DateTimeOffset.TryParse(text, GivenCalendar.Format, styles, out result) && GivenCalendar.IsGiven(ref result);
    }

    [InPlaceOf("M:System.DateTimeOffset.TryParseExact(System.ReadOnlySpan{System.Char},System.ReadOnlySpan{System.Char},System.IFormatProvider,System.Globalization.DateTimeStyles,System.DateTimeOffset@)")]
    public static bool TryParseExact(ReadOnlySpan<char> text, ReadOnlySpan<char> format, IFormatProvider? provider, DateTimeStyles styles, out DateTimeOffset result)
    {
        GivenCalendar.Charge(text, format);
        return DateTimeOffset.TryParseExact(text, format, GivenCalendar.Format, styles, out result) && GivenCalendar.IsGiven(ref result);
    }

    [InPlaceOf("M:System.DateTimeOffset.TryParseExact(System.ReadOnlySpan{System.Char},System.String[],System.IFormatProvider,System.Globalization.DateTimeStyles,System.DateTimeOffset@)")]
    public static bool TryParseExact(ReadOnlySpan<char> text, string?[]? formats, IFormatProvider? provider, DateTimeStyles styles, out DateTimeOffset result)
    {
        GivenCalendar.Charge(text, formats);
        return DateTimeOffset.TryParseExact(text, formats, GivenCalendar.Format, styles, out result) && GivenCalendar.IsGiven(ref result);
    }

    [InPlaceOf("M:System.DateTimeOffset.TryParseExact(System.String,System.String,System.IFormatProvider,System.Globalization.DateTimeStyles,System.DateTimeOffset@)")]
    public static bool TryParseExact(string? text, string? format, IFormatProvider? provider, DateTimeStyles styles, out DateTimeOffset result)
    {
        GivenCalendar.Charge(text, format);
        return DateTimeOffset.TryParseExact(text, format, GivenCalendar.Format, styles, out result) && GivenCalendar.IsGiven(ref result);
    }

    [InPlaceOf("M:System.DateTimeOffset.TryParseExact(System.String,System.String[],System.IFormatProvider,System.Globalization.DateTimeStyles,System.DateTimeOffset@)")]
    public static bool TryParseExact(string? text, string?[]? formats, IFormatProvider? provider, DateTimeStyles styles, out DateTimeOffset result)
    {
        GivenCalendar.Charge(text, formats);
        return DateTimeOffset.TryParseExact(text, formats, GivenCalendar.Format, styles, out result) && GivenCalendar.IsGiven(ref result);
    }
}
