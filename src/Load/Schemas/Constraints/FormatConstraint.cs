using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Schemas.Constraints;

/// <summary><c>format</c>.</summary>
internal sealed class FormatConstraint(SchemaFormat format) : Constraint
{
    public override void Check(Node place, List<SchemaViolation> found)
    {
        if (place.IsScalar && !format.Admits(place))
        {
            found.Add(Wrong(place, $"{Quoted.Text(place)} is not {format.Description}"));
        }
    }
}
