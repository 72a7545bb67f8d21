using System.Globalization;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Schemas.Constraints;

/// <summary>What a size is counted in.</summary>
internal enum SizeUnit
{
    Characters,
    Items,
    Fields,
}

/// <summary><c>minLength</c>, <c>maxLength</c> and their like for lists and objects.</summary>
internal sealed class SizeConstraint(SizeUnit unit, double? least, double? most) : Constraint
{
    public override void Check(Node place, List<SchemaViolation> found)
    {
        if (SizeOf(place) is not { } size)
        {
            return;
        }

        if (size < least)
        {
            found.Add(Wrong(place, Invariant($"{Noun} is {size}; {least} or more are due")));
        }
        else if (size > most)
        {
            found.Add(Wrong(place, Invariant($"{Noun} is {size}; at most {most} are allowed")));
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private string Noun => unit switch
    {
        SizeUnit.Characters => "the number of characters",
        SizeUnit.Items => "the number of items",
        _ => "the number of fields",
    };

    /// <summary>
    /// Characters are Unicode's, not UTF-16's: https://json-schema.org/draft-07/json-schema-validation#rfc.section.6.3.1.
    /// </summary>
    private int? SizeOf(Node place) => unit switch
    {
        SizeUnit.Characters => place.IsString ? place.Text.EnumerateRunes().Count() : null,
        SizeUnit.Items => place.IsSequence ? place.Count : null,
        _ => place.IsMapping ? place.Count : null,
    };
}
