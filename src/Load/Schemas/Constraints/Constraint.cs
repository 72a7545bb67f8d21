using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Schemas.Constraints;

/// <summary>
/// What one keyword, or a few that belong together, ask of a value. As in JSON Schema, a constraint on one type says
/// nothing of a value of another.
/// </summary>
internal abstract class Constraint
{
    public abstract void Check(Node place, List<SchemaViolation> found);

    /// <summary>The schemas that look at the same value; <see cref="SchemaCycle"/> refuses circles.</summary>
    public virtual IEnumerable<StructuralSchema> InPlace => [];

    protected static SchemaViolation Wrong(Node place, string message) =>
        new(SchemaViolationKind.WrongValue, place, message);
}
