using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// An amount as Kubernetes writes it: <c>500m</c>, <c>0.5</c>, <c>4Gi</c>, <c>1e3</c>. Equal amounts are equal however
/// they are written. See https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/.
/// </summary>
public readonly record struct Quantity(decimal Amount) : IComparable<Quantity>
{
    public static implicit operator Quantity(string text) => Parse(text);

    public static Quantity operator +(Quantity left, Quantity right) => new(left.Amount + right.Amount);

    public static Quantity operator *(Quantity left, decimal right) => new(left.Amount * right);

    public static bool operator <(Quantity left, Quantity right) => left.Amount < right.Amount;

    public static bool operator >(Quantity left, Quantity right) => left.Amount > right.Amount;

    public static bool operator <=(Quantity left, Quantity right) => left.Amount <= right.Amount;

    public static bool operator >=(Quantity left, Quantity right) => left.Amount >= right.Amount;

    /// <exception cref="FormatException">The text is no quantity.</exception>
    public static Quantity Parse(string text) =>
        TryParse(text, out Quantity quantity)
            ? quantity
            : throw new FormatException($"'{text}' is not a quantity such as 500m or 4Gi");

    public static bool TryParse([NotNullWhen(true)] string? text, out Quantity quantity)
    {
        quantity = default;
        if (string.IsNullOrEmpty(text))
        {
            return false;
        }

        int end = text.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        end = end < text.Length && text[end] == '.' ? end + 1 : end;
        if (ScaleOf(text.AsSpan(end)) is not { } scale || !TryNumber(text.AsSpan(0, end), out decimal number))
        {
            return false;
        }

        try
        {
            quantity = new(number * scale);
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    public int CompareTo(Quantity other) => Amount.CompareTo(other.Amount);

    /// <summary>In binary units where that is exact, else as a plain number; milli below one.</summary>
    public override string ToString()
    {
        if (Amount != decimal.Truncate(Amount))
        {
            return string.Create(CultureInfo.InvariantCulture, $"{Amount * 1000:0.######}m");
        }

        decimal amount = Amount;
        (decimal Scale, string Suffix) unit = Binary.LastOrDefault(unit => amount != 0 && amount % unit.Scale == 0);
        return unit.Suffix is null
            ? Amount.ToString("0", CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{Amount / unit.Scale:0}{unit.Suffix}");
    }

    private static readonly (decimal Scale, string Suffix)[] Binary =
    [
        (1024m, "Ki"),
        (1048576m, "Mi"),
        (1073741824m, "Gi"),
        (1099511627776m, "Ti"),
        (1125899906842624m, "Pi"),
        (1152921504606846976m, "Ei"),
    ];

    private static decimal? ScaleOf(ReadOnlySpan<char> suffix) => suffix switch
    {
        "" => 1m,
        "n" => 0.000000001m,
        "u" => 0.000001m,
        "m" => 0.001m,
        "k" => 1000m,
        "M" => 1000000m,
        "G" => 1000000000m,
        "T" => 1000000000000m,
        "P" => 1000000000000000m,
        "E" => 1000000000000000000m,
        "Ki" => 1024m,
        "Mi" => 1048576m,
        "Gi" => 1073741824m,
        "Ti" => 1099511627776m,
        "Pi" => 1125899906842624m,
        "Ei" => 1152921504606846976m,
        _ => null,
    };

    private static bool TryNumber(ReadOnlySpan<char> text, out decimal number) =>
        decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out number);
}
