namespace PolicyGate.Metering;

/// <summary>Refuses widths and precisions that make a short format a long text.</summary>
public static class Formats
{
    private const int Widest = 1_000;

    /// <summary>The alignment of an interpolated value; negative is to the left.</summary>
    public static void Width(int alignment)
    {
        if (alignment is > Widest or < -Widest)
        {
            Account.Spend(Limit.Format);
        }
    }

    /// <summary>
    /// The format of one value, such as <c>D5</c>
    /// (https://learn.microsoft.com/dotnet/standard/base-types/standard-numeric-format-strings).
    /// </summary>
    public static void Text(string? format) => Span(format.AsSpan());

    /// <inheritdoc cref="Text"/>
    public static void Span(ReadOnlySpan<char> format)
    {
        Account.ChargeFuel(format.Length >> 4);
        if (format.Length > 1 && char.IsAsciiLetter(format[0]))
        {
            Limited(format[1..]);
        }
    }

    /// <summary>
    /// A text with places such as <c>{0,10:D5}</c>
    /// (https://learn.microsoft.com/dotnet/standard/base-types/composite-formatting).
    /// </summary>
    public static void Composite(string? format)
    {
        Account.ChargeFuel((format?.Length ?? 0) >> 4);
        ReadOnlySpan<char> rest = format.AsSpan();
        for (int brace = rest.IndexOf('{'); brace >= 0; brace = rest.IndexOf('{'))
        {
            rest = rest[(brace + 1)..];
            if (rest is ['{', ..])
            {
                rest = rest[1..];
                continue;
            }

            int end = rest.IndexOf('}');
            LimitedAll(end < 0 ? rest : rest[..end]);
        }
    }

    /// <summary>All numbers within the braces: index, width, precision.</summary>
    private static void LimitedAll(ReadOnlySpan<char> place)
    {
        while (place.IndexOfAnyInRange('0', '9') is >= 0 and int start)
        {
            place = place[start..];
            Limited(place);
            int length = place.IndexOfAnyExceptInRange('0', '9');
            place = length < 0 ? [] : place[length..];
        }
    }

    private static void Limited(ReadOnlySpan<char> digits)
    {
        int number = 0;
        foreach (char digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return;
            }

            number = Math.Min((number * 10) + (digit - '0'), 10 * Widest);
            Width(number);
        }
    }
}
