using System.Collections.Immutable;
using PolicyGate.Model;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Schemas.Constraints;

/// <summary><c>properties</c>, <c>required</c> and <c>additionalProperties</c>.</summary>
/// <param name="properties">By name.</param>
/// <param name="required">Must be there; null counts as missing, as it does for the API server.</param>
/// <param name="others">What any other field must fit, or null when there may be none.</param>
internal sealed class FieldsConstraint(
    Dictionary<string, StructuralSchema> properties, ImmutableArray<string> required, StructuralSchema? others)
    : Constraint
{
    public override void Check(Node place, List<SchemaViolation> found)
    {
        if (!place.IsMapping)
        {
            return;
        }

        foreach (Node field in place.Fields)
        {
            CheckField(field, found);
        }

        foreach (string name in required)
        {
            if (place.Field(name) is { IsMissing: true } missing)
            {
                found.Add(new(SchemaViolationKind.MissingField, missing, $"the field {Quoted.Text(name)} is missing"));
            }
        }
    }

    private void CheckField(Node field, List<SchemaViolation> found)
    {
        if ((properties.GetValueOrDefault(field.Name) ?? others) is not { } schema)
        {
            found.Add(Unknown(field));
        }
        else if (field.Exists || schema.Types.HasFlag(JsonTypes.Null))
        {
            schema.Check(field, found);
        }
    }

    private SchemaViolation Unknown(Node field)
    {
        string? meant = Spelling.Nearest(field.Name, properties.Keys);
        string hint = meant is null ? "" : $"; did you mean {Quoted.Text(meant)}?";
        return new(SchemaViolationKind.UnknownField, field, $"unknown field {Quoted.Text(field.Name)}{hint}");
    }
}
