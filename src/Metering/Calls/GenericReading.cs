namespace PolicyGate.Metering;

/// <summary>Values that are read by a type parameter, which may stand for a date.</summary>
public static class GenericReading
{
    [InPlaceOf("M:System.IParsable`1.Parse(System.String,System.IFormatProvider)")]
    public static T Parse<T, TReader>(string text, IFormatProvider? provider)
        where T : IParsable<T>
        where TReader : IParsable<T>
    {
        Sizes.Text(text);
        return typeof(TReader) == typeof(DateTime) ? (T)(object)Dates.Parse(text, provider)
            : typeof(TReader) == typeof(DateTimeOffset) ? (T)(object)Moments.Parse(text, provider)
            : typeof(TReader) == typeof(DateOnly) ? (T)(object)Days.Parse(text, provider)
            : TReader.Parse(text, provider);
    }

    [InPlaceOf("M:System.IParsable`1.TryParse(System.String,System.IFormatProvider,`0@)")]
    public static bool TryParse<T, TReader>(string? text, IFormatProvider? provider, out T result)
        where T : IParsable<T>
        where TReader : IParsable<T>
    {
        Sizes.Text(text);
        return typeof(TReader) == typeof(DateTime) ? Is(Dates.TryParse(text, provider, out DateTime date), date, out result)
            : typeof(TReader) == typeof(DateTimeOffset) ? Is(Moments.TryParse(text, provider, out DateTimeOffset moment), moment, out result)
            : typeof(TReader) == typeof(DateOnly) ? Is(Days.TryParse(text, provider, out DateOnly day), day, out result)
            : TReader.TryParse(text, provider, out result!);
    }

    [InPlaceOf("M:System.ISpanParsable`1.Parse(System.ReadOnlySpan{System.Char},System.IFormatProvider)")]
    public static T Parse<T, TReader>(ReadOnlySpan<char> text, IFormatProvider? provider)
        where T : ISpanParsable<T>
        where TReader : ISpanParsable<T>
    {
        Account.ChargeFuel(text.Length >> 4);
        return typeof(TReader) == typeof(DateTime) ? (T)(object)Dates.Parse(text, provider)
            : typeof(TReader) == typeof(DateTimeOffset) ? (T)(object)Moments.Parse(text, provider)
            : typeof(TReader) == typeof(DateOnly) ? (T)(object)Days.Parse(text, provider)
            : TReader.Parse(text, provider);
    }

    [InPlaceOf("M:System.ISpanParsable`1.TryParse(System.ReadOnlySpan{System.Char},System.IFormatProvider,`0@)")]
    public static bool TryParse<T, TReader>(ReadOnlySpan<char> text, IFormatProvider? provider, out T result)
        where T : ISpanParsable<T>
        where TReader : ISpanParsable<T>
    {
        Account.ChargeFuel(text.Length >> 4);
        return typeof(TReader) == typeof(DateTime) ? Is(Dates.TryParse(text, provider, out DateTime date), date, out result)
            : typeof(TReader) == typeof(DateTimeOffset) ? Is(Moments.TryParse(text, provider, out DateTimeOffset moment), moment, out result)
            : typeof(TReader) == typeof(DateOnly) ? Is(Days.TryParse(text, provider, out DateOnly day), day, out result)
            : TReader.TryParse(text, provider, out result!);
    }

    private static bool Is<T>(bool isRead, object value, out T result)
    {
        result = (T)value;
        return isRead;
    }
}
