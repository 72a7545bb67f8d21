using System.Globalization;
using PolicyGate.Model.Kubernetes;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Live;

/// <summary>Tells whether two values are one to the API server, however they are written.</summary>
public static class SameValue
{
    /// <summary>Scalars by what they mean, lists and mappings item by item.</summary>
    public static bool Is(Node one, Node other) => (one.Value, other.Value) switch
    {
        _ when one.IsMissing || other.IsMissing => one.IsMissing && other.IsMissing,
        (Scalar left, Scalar right) => Is(left, right),
        (Sequence, Sequence) => one.Count == other.Count && one.Items.Zip(other.Items).All(pair => Is(pair.First, pair.Second)),
        (Mapping, Mapping) => Covers(one, other) && Covers(other, one),
        _ => false,
    };

    /// <summary>Quantities are equal when their amounts are.</summary>
    public static bool IsAmount(Node one, Node other) =>
        Quantity.TryParse(one.Text, out Quantity left) && Quantity.TryParse(other.Text, out Quantity right) && left == right;

    /// <summary>Nothing that the API server would store: false, zero, an empty text, list or mapping, or only such.</summary>
    public static bool IsZero(Node node) => node.Value switch
    {
        _ when node.IsMissing => true,
        Scalar scalar => ScalarMeaning.KindOf(scalar) switch
        {
            ScalarKind.Boolean => node.IsFalse,
            ScalarKind.Integer => node.Integer == 0,
            _ => scalar.Text.Length == 0,
        },
        _ => node.Count == 0,
    };

    private static bool Covers(Node one, Node other) =>
        one.Fields.All(field => Is(field, other.Field(field.Name)));

    private static bool Is(Scalar left, Scalar right) => (ScalarMeaning.KindOf(left), ScalarMeaning.KindOf(right)) switch
    {
        (ScalarKind.Boolean, ScalarKind.Boolean) => ScalarMeaning.BooleanOf(left.Text) == ScalarMeaning.BooleanOf(right.Text),
        (ScalarKind.Integer, ScalarKind.Integer) => ScalarMeaning.IntegerOf(left.Text) == ScalarMeaning.IntegerOf(right.Text),
        (ScalarKind.Integer or ScalarKind.Float, ScalarKind.Integer or ScalarKind.Float) => Number(left.Text) == Number(right.Text),
        var (one, other) => one == other && left.Text == right.Text,
    };

    private static double? Number(string text) =>
        ScalarMeaning.IntegerOf(text) is { } integer
            ? integer
            : double.TryParse(text.Replace("_", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out double number) ? number : null;
}
