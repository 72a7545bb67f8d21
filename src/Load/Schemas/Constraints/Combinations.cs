using System.Collections.Immutable;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Schemas.Constraints;

/// <summary><c>allOf</c>, and <c>$ref</c>, which is one schema more.</summary>
internal sealed class AllOfConstraint(ImmutableArray<StructuralSchema> parts) : Constraint
{
    public override IEnumerable<StructuralSchema> InPlace => parts;

    public override void Check(Node place, List<SchemaViolation> found)
    {
        foreach (StructuralSchema part in parts)
        {
            part.Check(place, found);
        }
    }
}

/// <summary><c>anyOf</c> and <c>oneOf</c>.</summary>
internal sealed class AlternativesConstraint(ImmutableArray<StructuralSchema> alternatives, bool onlyOne) : Constraint
{
    public override IEnumerable<StructuralSchema> InPlace => alternatives;

    public override void Check(Node place, List<SchemaViolation> found)
    {
        ImmutableArray<SchemaViolation>[] results = [.. alternatives.Select(alternative => alternative.Check(place))];
        ImmutableArray<StructuralSchema> fitting = [.. alternatives.Where((_, index) => results[index].IsEmpty)];
        if (fitting.IsEmpty)
        {
            found.AddRange(Nearest(place, results));
        }
        else if (fitting.Length > 1 && onlyOne)
        {
            found.Add(Wrong(place, TooMany(fitting)));
        }
    }

    private string TooMany(ImmutableArray<StructuralSchema> fitting) =>
        fitting.All(alternative => alternative.RequiredFields is [_])
            ? $"only one of {Quoted.List(fitting.Select(alternative => alternative.RequiredFields[0]))} may be set"
            : $"{fitting.Length} of {alternatives.Length} alternatives fit where exactly one may";

    /// <summary>What is wrong by the alternative that was likely meant: the one with the fewest violations.</summary>
    private static ImmutableArray<SchemaViolation> Nearest(Node place, ImmutableArray<SchemaViolation>[] results)
    {
        if (results.All(result => result is [{ Kind: SchemaViolationKind.MissingField }]))
        {
            string names = Quoted.List(results.Select(result => result[0].Place.Name));
            return [new(SchemaViolationKind.MissingField, results[0][0].Place, $"one of {names} is missing")];
        }

        int fewest = results.Min(result => result.Length);
        ImmutableArray<SchemaViolation>[] nearest = [.. results.Where(result => result.Length == fewest)];
        return nearest is [var only]
            ? only
            : [Wrong(place, string.Join("; or ", nearest.Select(result => result[0].Message).Distinct()))];
    }
}

/// <summary><c>not</c>.</summary>
internal sealed class NotConstraint(StructuralSchema refused) : Constraint
{
    public override IEnumerable<StructuralSchema> InPlace => [refused];

    public override void Check(Node place, List<SchemaViolation> found)
    {
        if (refused.Check(place).IsEmpty)
        {
            found.Add(Wrong(place, $"{Quoted.Text(place)} is what the schema refuses here"));
        }
    }
}
