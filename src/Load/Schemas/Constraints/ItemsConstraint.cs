using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Schemas.Constraints;

/// <summary><c>items</c>: what every item of a list must fit.</summary>
internal sealed class ItemsConstraint(StructuralSchema items) : Constraint
{
    public override void Check(Node place, List<SchemaViolation> found)
    {
        foreach (Node item in place.Items)
        {
            items.Check(item, found);
        }
    }
}
