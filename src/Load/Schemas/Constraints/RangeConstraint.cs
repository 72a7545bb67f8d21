using System.Globalization;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Schemas.Constraints;

/// <summary>
/// <c>minimum</c>, <c>maximum</c> and <c>multipleOf</c> of numbers; the exclusive bounds in both spellings, a boolean
/// beside the bound as in OpenAPI 3.0 and a number of its own as in JSON Schema.
/// </summary>
internal sealed class RangeConstraint : Constraint
{
    public double? Minimum { get; init; }

    public double? ExclusiveMinimum { get; init; }

    public double? Maximum { get; init; }

    public double? ExclusiveMaximum { get; init; }

    public double? MultipleOf { get; init; }

    public bool IsEmpty => this is
    {
        Minimum: null, ExclusiveMinimum: null, Maximum: null, ExclusiveMaximum: null, MultipleOf: null,
    };

    public override void Check(Node place, List<SchemaViolation> found)
    {
        if (JsonNumber.Of(place) is { } number && Due(number) is { } due)
        {
            found.Add(Wrong(place, $"{Quoted.Text(place)} is not {due}"));
        }
    }

    /// <summary>Written so that NaN, which is in no range, fails every bound.</summary>
    private string? Due(double number) => this switch
    {
        { Minimum: { } least } when !(number >= least) => Invariant($"{least} or more"),
        { ExclusiveMinimum: { } least } when !(number > least) => Invariant($"more than {least}"),
        { Maximum: { } most } when !(number <= most) => Invariant($"{most} or less"),
        { ExclusiveMaximum: { } most } when !(number < most) => Invariant($"less than {most}"),
        { MultipleOf: { } step } when !double.IsInteger(number / step) => Invariant($"a multiple of {step}"),
        _ => null,
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
