using System.Globalization;

namespace PolicyGate.Metering;

/// <summary>
/// The calendar that dates are read with. Reading asks the calendar for year, month and day of today when a text leaves
/// them out (https://learn.microsoft.com/dotnet/api/system.datetime.parse#the-string-to-parse); this one answers without the
/// clock and remembers that it was asked, so that such a text is not taken for a date.
/// </summary>
internal sealed class GivenCalendar : GregorianCalendar
{
    /// <summary>A leap year, so that 29 February comes to be refused for the same reason as other days.</summary>
    private const int AnyYear = 4;

    [ThreadStatic]
    private static bool isAskedForToday;

    private static readonly DateTimeFormatInfo Reading =
        DateTimeFormatInfo.ReadOnly(new DateTimeFormatInfo { Calendar = new GivenCalendar { TwoDigitYearMax = 2049 } });

    /// <summary>For the next text that is read.</summary>
    public static DateTimeFormatInfo Format
    {
        get
        {
            isAskedForToday = false;
            return Reading;
        }
    }

    /// <summary>What was read.</summary>
    /// <exception cref="FormatException">Part of it would be of today.</exception>
    public static T Given<T>(T read) =>
        isAskedForToday ? throw new FormatException("The text leaves out the year, and judging has no clock.") : read;

    /// <summary>Whether what was read is all in the text; else it is taken back.</summary>
    public static bool IsGiven<T>(ref T read)
        where T : struct
    {
        read = isAskedForToday ? default : read;
        return !isAskedForToday;
    }

    /// <summary>What trying these formats on a text costs.</summary>
    public static void Charge(ReadOnlySpan<char> text, string?[]? formats)
    {
        foreach (string? format in formats ?? [])
        {
            Charge(text, format);
        }
    }

    /// <summary>What reading a text by a format costs.</summary>
    public static void Charge(ReadOnlySpan<char> text, ReadOnlySpan<char> format) =>
        Account.ChargeFuel(2 + ((text.Length + format.Length) >> 4));

    public override int GetYear(DateTime time) => Today(AnyYear);

    public override int GetMonth(DateTime time) => Today(1);

    public override int GetDayOfMonth(DateTime time) => Today(1);

    private static int Today(int part)
    {
        isAskedForToday = true;
        return part;
    }
}
