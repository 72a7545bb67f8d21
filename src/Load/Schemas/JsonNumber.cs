using System.Globalization;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Schemas;

/// <summary>The number that a scalar spells.</summary>
internal static class JsonNumber
{
    /// <summary>Null for what is no number; integers beyond 2^53 are rounded.</summary>
    public static double? Of(Node place) => place.Value is Scalar scalar ? Of(scalar) : null;

    public static double? Of(Scalar scalar) => ScalarMeaning.KindOf(scalar) switch
    {
        ScalarKind.Integer => ScalarMeaning.IntegerOf(scalar.Text),
        ScalarKind.Float => Float(scalar.Text),
        _ => null,
    };

    private static double Float(string text) => text.TrimStart('+', '-').ToUpperInvariant() switch
    {
        ".INF" => text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity,
        ".NAN" => double.NaN,
        _ => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
    };
}
