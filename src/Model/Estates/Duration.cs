using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace PolicyGate.Model.Estates;

/// <summary>
/// A length of time as Kubernetes writes it: numbers with units, such as <c>15m</c>, <c>1h30m</c> or <c>1.5h</c>. To
/// Go's units (h, m, s, ms, us, ns; https://pkg.go.dev/time#ParseDuration) it adds <c>d</c> for 24 hours and <c>w</c>
/// for 7 days, as Prometheus and Velero do. It has no sign, and is exact to 100 nanoseconds.
/// </summary>
public readonly record struct Duration(TimeSpan Span) : IComparable<Duration>
{
    /// <summary>Keeps the sums far from the limits of a decimal.</summary>
    private const int LongestNumber = 15;

    private static readonly (string Name, long Ticks)[] Units =
    [
        ("w", TimeSpan.TicksPerDay * 7),
        ("d", TimeSpan.TicksPerDay),
        ("h", TimeSpan.TicksPerHour),
        ("m", TimeSpan.TicksPerMinute),
        ("s", TimeSpan.TicksPerSecond),
        ("ms", TimeSpan.TicksPerMillisecond),
        ("us", TimeSpan.TicksPerMicrosecond),
    ];

    /// <exception cref="FormatException">The text is no duration.</exception>
    public static Duration Parse(string text) =>
        TryParse(text, out Duration duration)
            ? duration
            : throw new FormatException($"'{text}' is not a duration such as 15m, 1h30m or 2d");

    /// <summary>
    /// False for anything but numbers with units, without blanks; a bare <c>0</c> is a duration, as in Go.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Duration duration)
    {
        duration = default;
        if (text is "0")
        {
            return true;
        }

        decimal ticks = 0;
        ReadOnlySpan<char> rest = text;
        do
        {
            if (!TryTakePart(ref rest, out decimal part) || (ticks += part) > TimeSpan.MaxValue.Ticks)
            {
                return false;
            }
        }
        while (!rest.IsEmpty);

        duration = new(TimeSpan.FromTicks((long)ticks));
        return true;
    }

    /// <summary>So that a policy can write a limit as people do: <c>Duration Max = "35d"</c>.</summary>
    /// <exception cref="FormatException">The text is no duration.</exception>
    public static implicit operator Duration(string text) => Parse(text);

    public int CompareTo(Duration other) => Span.CompareTo(other.Span);

    public static bool operator <(Duration left, Duration right) => left.Span < right.Span;

    public static bool operator >(Duration left, Duration right) => left.Span > right.Span;

    public static bool operator <=(Duration left, Duration right) => left.Span <= right.Span;

    public static bool operator >=(Duration left, Duration right) => left.Span >= right.Span;

    /// <summary>In the largest units that fit, from days down: <c>1d2h</c>; <c>0s</c> for none.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        long ticks = Span.Ticks;
        foreach ((string name, long size) in Units.AsSpan(1))
        {
            if (ticks >= size)
            {
                text.Append(CultureInfo.InvariantCulture, $"{ticks / size}{name}");
                ticks %= size;
            }
        }

        return (text.Length, ticks) switch
        {
            (_, > 0) => text.Append(CultureInfo.InvariantCulture, $"{ticks * 100}ns").ToString(),
            (0, _) => "0s",
            _ => text.ToString(),
        };
    }

    private static int LengthWhile(ReadOnlySpan<char> text, bool isNumber)
    {
        int length = 0;
        while (length < text.Length && (char.IsAsciiDigit(text[length]) || text[length] == '.') == isNumber)
        {
            length++;
        }

        return length;
    }

    private static bool TryTakePart(ref ReadOnlySpan<char> rest, out decimal ticks)
    {
        ticks = 0;
        int digits = LengthWhile(rest, isNumber: true);
        if (digits == rest.Length || digits is < 1 or > LongestNumber
            || !decimal.TryParse(
                rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number))
        {
            return false;
        }

        rest = rest[digits..];
        int letters = LengthWhile(rest, isNumber: false);
        decimal? unit = TicksOf(rest[..letters]);
        rest = rest[letters..];
        ticks = number * (unit ?? 0);
        return unit is not null;
    }

    private static decimal? TicksOf(ReadOnlySpan<char> unit)
    {
        foreach ((string name, long ticks) in Units)
        {
            if (unit.SequenceEqual(name))
            {
                return ticks;
            }
        }

        // Go knows both signs for micro: U+00B5 and U+03BC.
        return unit switch
        {
            "ns" => 0.01m,
            "µs" or "μs" => TimeSpan.TicksPerMicrosecond,
            _ => null,
        };
    }
}
