using System.Globalization;

namespace PolicyGate.Metering;

/// <summary>Reads days. A text without a year is no day.</summary>
public static class Days
{
    [InPlaceOf("M:System.DateOnly.Parse(System.ReadOnlySpan{System.Char},System.IFormatProvider)")]
    public static DateOnly Parse(ReadOnlySpan<char> text, IFormatProvider? provider)
    {
        GivenCalendar.Charge(text, format: []);
        return GivenCalendar.Given(DateOnly.Parse(text, GivenCalendar.Format, DateTimeStyles.None));
    }

    [InPlaceOf("M:System.DateOnly.Parse(System.ReadOnlySpan{System.Char},System.IFormatProvider,System.Globalization.DateTimeStyles)")]
    public static DateOnly Parse(ReadOnlySpan<char> text, IFormatProvider? provider, DateTimeStyles styles)
    {
        GivenCalendar.Charge(text, format: []);
        return GivenCalendar.Given(DateOnly.Parse(text, GivenCalendar.Format, styles));
    }

    [InPlaceOf("M:System.DateOnly.Parse(System.String)")]
    public static DateOnly Parse(string text)
    {
        GivenCalendar.Charge(text, format: []);
        return GivenCalendar.Given(DateOnly.Parse(text, GivenCalendar.Format, DateTimeStyles.None));
    }

    [InPlaceOf("M:System.DateOnly.Parse(System.String,System.IFormatProvider)")]
    public static DateOnly Parse(string text, IFormatProvider? provider)
    {
        GivenCalendar.Charge(text, format: []);
        return GivenCalendar.Given(DateOnly.Parse(text, GivenCalendar.Format, DateTimeStyles.None));
    }

    [InPlaceOf("M:System.DateOnly.Parse(System.String,System.IFormatProvider,System.Globalization.DateTimeStyles)")]
    public static DateOnly Parse(string text, IFormatProvider? provider, DateTimeStyles styles)
    {
        GivenCalendar.Charge(text, format: []);
        return GivenCalendar.Given(DateOnly.Parse(text, GivenCalendar.Format, styles));
    }

    [InPlaceOf("M:System.DateOnly.ParseExact(System.ReadOnlySpan{System.Char},System.ReadOnlySpan{System.Char},System.IFormatProvider,System.Globalization.DateTimeStyles)")]
    public static DateOnly ParseExact(ReadOnlySpan<char> text, ReadOnlySpan<char> format, IFormatProvider? provider, DateTimeStyles styles)
    {
        GivenCalendar.Charge(text, format);
        return GivenCalendar.Given(DateOnly.ParseExact(text, format, GivenCalendar.Format, styles));
    }

    [InPlaceOf("M:System.DateOnly.ParseExact(System.ReadOnlySpan{System.Char},System.String[])")]
    public static DateOnly ParseExact(ReadOnlySpan<char> text, string[] formats)
    {
        GivenCalendar.Charge(text, formats);
        return GivenCalendar.Given(DateOnly.ParseExact(text, formats, GivenCalendar.Format, DateTimeStyles.None));
    }

    [InPlaceOf("M:System.DateOnly.ParseExact(System.ReadOnlySpan{System.Char},System.String[],System.IFormatProvider,System.Globalization.DateTimeStyles)")]
    public static DateOnly ParseExact(ReadOnlySpan<char> text, string[] formats, IFormatProvider? provider, DateTimeStyles styles)
    {
        GivenCalendar.Charge(text, formats);
        return GivenCalendar.Given(DateOnly.ParseExact(text, formats, GivenCalendar.Format, styles));
    }

    [InPlaceOf("M:System.DateOnly.ParseExact(System.String,System.String)")]
    public static DateOnly ParseExact(string text, string format)
    {
        GivenCalendar.Charge(text, format);
        return GivenCalendar.Given(DateOnly.ParseExact(text, format, GivenCalendar.Format, DateTimeStyles.None));
    }

    [InPlaceOf("M:System.DateOnly.ParseExact(System.String,System.String,System.IFormatProvider,System.Globalization.DateTimeStyles)")]
    public static DateOnly ParseExact(string text, string format, IFormatProvider? provider, DateTimeStyles styles)
    {
        GivenCalendar.Charge(text, format);
        return GivenCalendar.Given(DateOnly.ParseExact(text, format, GivenCalendar.Format, styles));
    }

    [InPlaceOf("M:System.DateOnly.ParseExact(System.String,System.String[])")]
    public static DateOnly ParseExact(string text, string[] formats)
    {
        GivenCalendar.Charge(text, formats);
        return GivenCalendar.Given(DateOnly.ParseExact(text, formats, GivenCalendar.Format, DateTimeStyles.None));
    }

    [InPlaceOf("M:System.DateOnly.ParseExact(System.String,System.String[],System.IFormatProvider,System.Globalization.DateTimeStyles)")]
    public static DateOnly ParseExact(string text, string[] formats, IFormatProvider? provider, DateTimeStyles styles)
    {
        GivenCalendar.Charge(text, formats);
        return GivenCalendar.Given(DateOnly.ParseExact(text, formats, GivenCalendar.Format, styles));
    }

    [InPlaceOf("M:System.DateOnly.TryParse(System.ReadOnlySpan{System.Char},System.DateOnly@)")]
    public static bool TryParse(ReadOnlySpan<char> text, out DateOnly result)
    {
        GivenCalendar.Charge(text, format: []);
        return DateOnly.TryParse(text, GivenCalendar.Format, DateTimeStyles.None, out result) && GivenCalendar.IsGiven(ref result);
    }

    [InPlaceOf("M:System.DateOnly.TryParse(System.ReadOnlySpan{System.Char},System.IFormatProvider,System.DateOnly@)")]
    public static bool TryParse(ReadOnlySpan<char> text, IFormatProvider? provider, out DateOnly result)
    {
        GivenCalendar.Charge(text, format: []);
        return DateOnly.TryParse(text, GivenCalendar.Format, DateTimeStyles.None, out result) && GivenCalendar.IsGiven(ref result);
    }

    [InPlaceOf("M:System.DateOnly.TryParse(System.ReadOnlySpan{System.Char},System.IFormatProvider,System.Globalization.DateTimeStyles,System.DateOnly@)")]
    public static bool TryParse(ReadOnlySpan<char> text, IFormatProvider? provider, DateTimeStyles styles, out DateOnly result)
    {
        GivenCalendar.Charge(text, format: []);
        return DateOnly.TryParse(text, GivenCalendar.Format, styles, out result) && GivenCalendar.IsGiven(ref result);
    }

    [InPlaceOf("M:System.DateOnly.TryParse(System.String,System.DateOnly@)")]
    public static bool TryParse(string? text, out DateOnly result)
    {
        GivenCalendar.Charge(text, format: []);
        return DateOnly.TryParse(text, GivenCalendar.Format, DateTimeStyles.None, out result) && GivenCalendar.IsGiven(ref result);
    }

    [InPlaceOf("M:System.DateOnly.TryParse(System.String,System.IFormatProvider,System.DateOnly@)")]
    public static bool TryParse(string? text, IFormatProvider? provider, out DateOnly result)
    {
        GivenCalendar.Charge(text, format: []);
        return DateOnly.TryParse(text, GivenCalendar.Format, DateTimeStyles.None, out result) && GivenCalendar.IsGiven(ref result);
    }

    [InPlaceOf("M:System.DateOnly.TryParse(System.String,System.IFormatProvider,System.Globalization.DateTimeStyles,System.DateOnly@)")]
    public static bool TryParse(string? text, IFormatProvider? provider, DateTimeStyles styles, out DateOnly result)
    {
        GivenCalendar.Charge(text, format: []);
        return DateOnly.TryParse(text, GivenCalendar.Format, styles, out result) && GivenCalendar.IsGiven(ref result);
    }

    [InPlaceOf("M:System.DateOnly.TryParseExact(System.ReadOnlySpan{System.Char},System.ReadOnlySpan{System.Char},System.DateOnly@)")]
    public static bool TryParseExact(ReadOnlySpan<char> text, ReadOnlySpan<char> format, out DateOnly result)
    {
        GivenCalendar.Charge(text, format);
        return DateOnly.TryParseExact(text, format, GivenCalendar.Format, DateTimeStyles.None, out result) && GivenCalendar.IsGiven(ref result);
    }

    [InPlaceOf("M:System.DateOnly.TryParseExact(System.ReadOnlySpan{System.Char},System.ReadOnlySpan{System.Char},System.IFormatProvider,System.Globalization.DateTimeStyles,System.DateOnly@)")]
    public static bool TryParseExact(ReadOnlySpan<char> text, ReadOnlySpan<char> format, IFormatProvider? provider, DateTimeStyles styles, out DateOnly result)
    {
        GivenCalendar.Charge(text, format);
        return DateOnly.TryParseExact(text, format, GivenCalendar.Format, styles, out result) && GivenCalendar.IsGiven(ref result);
    }

    [InPlaceOf("M:System.DateOnly.TryParseExact(System.ReadOnlySpan{System.Char},System.String[],System.DateOnly@)")]
    public static bool TryParseExact(ReadOnlySpan<char> text, string?[]? formats, out DateOnly result)
    {
        GivenCalendar.Charge(text, formats);
        return DateOnly.TryParseExact(text, formats, GivenCalendar.Format, DateTimeStyles.None, out result) && GivenCalendar.IsGiven(ref result);
    }

    [InPlaceOf("M:System.DateOnly.TryParseExact(System.ReadOnlySpan{System.Char},System.String[],System.IFormatProvider,System.Globalization.DateTimeStyles,System.DateOnly@)")]
    public static bool TryParseExact(ReadOnlySpan<char> text, string?[]? formats, IFormatProvider? provider, DateTimeStyles styles, out DateOnly result)
    {
        GivenCalendar.Charge(text, formats);
        return DateOnly.TryParseExact(text, formats, GivenCalendar.Format, styles, out result) && GivenCalendar.IsGiven(ref result);
    }

    [InPlaceOf("M:System.DateOnly.TryParseExact(System.String,System.String,System.DateOnly@)")]
    public static bool TryParseExact(string? text, string? format, out DateOnly result)
    {
        GivenCalendar.Charge(text, format);
        return DateOnly.TryParseExact(text, format, GivenCalendar.Format, DateTimeStyles.None, out result) && GivenCalendar.IsGiven(ref result);
    }

    [InPlaceOf("M:System.DateOnly.TryParseExact(System.String,System.String,System.IFormatProvider,System.Globalization.DateTimeStyles,System.DateOnly@)")]
    public static bool TryParseExact(string? text, string? format, IFormatProvider? provider, DateTimeStyles styles, out DateOnly result)
    {
        GivenCalendar.Charge(text, format);
        return DateOnly.TryParseExact(text, format, GivenCalendar.Format, styles, out result) && GivenCalendar.IsGiven(ref result);
    }

    [InPlaceOf("M:System.DateOnly.TryParseExact(System.String,System.String[],System.DateOnly@)")]
    public static bool TryParseExact(string? text, string?[]? formats, out DateOnly result)
    {
        GivenCalendar.Charge(text, formats);
        return DateOnly.TryParseExact(text, formats, GivenCalendar.Format, DateTimeStyles.None, out result) && GivenCalendar.IsGiven(ref result);
    }

    [InPlaceOf("M:System.DateOnly.TryParseExact(System.String,System.String[],System.IFormatProvider,System.Globalization.DateTimeStyles,System.DateOnly@)")]
    public static bool TryParseExact(string? text, string?[]? formats, IFormatProvider? provider, DateTimeStyles styles, out DateOnly result)
    {
        GivenCalendar.Charge(text, formats);
        return DateOnly.TryParseExact(text, formats, GivenCalendar.Format, styles, out result) && GivenCalendar.IsGiven(ref result);
    }
}
