using System.Globalization;

namespace PolicyGate.Model.Nodes;

/// <summary>What a scalar means to Kubernetes.</summary>
public enum ScalarKind
{
    String,
    Null,
    Boolean,
    Integer,
    Float,
}

/// <summary>
/// Reads scalars as the API machinery does: sigs.k8s.io/yaml over its fork of go-yaml v2, which knows the booleans of
/// YAML 1.1 (<c>yes</c>, <c>on</c>), octal as <c>0777</c>, and no sexagesimal numbers.
/// See https://github.com/kubernetes-sigs/yaml/blob/master/goyaml.v2/resolve.go.
/// </summary>
public static class ScalarMeaning
{
    private const string StringTag = "tag:yaml.org,2002:str";

    public static ScalarKind KindOf(Scalar scalar)
    {
        if (scalar.Style != ScalarStyle.Plain || scalar.Tag is StringTag or "!")
        {
            return ScalarKind.String;
        }

        return scalar.Text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => ScalarKind.Null,
            _ when BooleanOf(scalar.Text) is not null => ScalarKind.Boolean,
            _ when IntegerOf(scalar.Text) is not null => ScalarKind.Integer,
            _ when IsFloat(scalar.Text) => ScalarKind.Float,
            _ => ScalarKind.String,
        };
    }

    /// <summary>The boolean that a plain scalar spells, or null.</summary>
    public static bool? BooleanOf(string text) => text switch
    {
        "y" or "Y" or "yes" or "Yes" or "YES" or "true" or "True" or "TRUE" or "on" or "On" or "ON" => true,
        "n" or "N" or "no" or "No" or "NO" or "false" or "False" or "FALSE" or "off" or "Off" or "OFF" => false,
        _ => null,
    };

    /// <summary>The integer that a plain scalar spells (decimal, 0x, 0b, 0o or 0-prefixed octal), or null.</summary>
    public static long? IntegerOf(string text)
    {
        if (text.Length == 0 || !(char.IsAsciiDigit(text[0]) || text[0] is '-' or '+'))
        {
            return null;
        }

        string digits = text.Replace("_", "", StringComparison.Ordinal);
        bool negative = digits.StartsWith('-');
        ReadOnlySpan<char> magnitude = digits.AsSpan().TrimStart(negative ? '-' : '+');
        if (magnitude.Length < digits.Length - 1 || magnitude.IsEmpty)
        {
            return null;
        }

        return Magnitude(magnitude) is { } value ? (negative ? -value : value) : null;
    }

    private static long? Magnitude(ReadOnlySpan<char> digits) => digits switch
    {
        ['0', 'x' or 'X', .. var hex] => Parse(hex, 16),
        ['0', 'b' or 'B', .. var binary] => Parse(binary, 2),
        ['0', 'o' or 'O', .. var octal] => Parse(octal, 8),
        ['0', _, ..] => Parse(digits[1..], 8),
        _ => Parse(digits, 10),
    };

    private static long? Parse(ReadOnlySpan<char> digits, int radix)
    {
        long value = 0;
        foreach (char character in digits)
        {
            int digit = char.IsAsciiHexDigit(character) ? Convert.ToInt32(character.ToString(), 16) : radix;
            if (digit >= radix || value > (long.MaxValue - digit) / radix)
            {
                return null;
            }

            value = value * radix + digit;
        }

        return digits.IsEmpty ? null : value;
    }

    private static bool IsFloat(string text)
    {
        ReadOnlySpan<char> unsigned = text.AsSpan().TrimStart("+-");
        if (unsigned is ".inf" or ".Inf" or ".INF" || text is ".nan" or ".NaN" or ".NAN")
        {
            return true;
        }

        return unsigned.Length > 0
            && (char.IsAsciiDigit(unsigned[0]) || unsigned[0] == '.')
            && unsigned.ContainsAnyInRange('0', '9')
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
    }
}
