using System.Collections.Immutable;
using PolicyGate.Load.Schemas.Constraints;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Schemas;

/// <summary>
/// A schema of the keywords that Kubernetes' structural schemas and our own use, compiled once by
/// <see cref="SchemaReader"/>. See
/// https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema.
/// </summary>
internal sealed class StructuralSchema : ISchema
{
    /// <summary>Admits everything.</summary>
    public static StructuralSchema Anything { get; } = new() { Types = JsonTypes.Any };

    public required JsonTypes Types { get; init; }

    /// <summary>What tells it from its alternatives, for messages.</summary>
    public ImmutableArray<string> RequiredFields { get; init; } = [];

    /// <summary>Settable once more by the reader, since schemas may refer to each other in circles.</summary>
    public ImmutableArray<Constraint> Constraints { get; set; } = [];

    public ImmutableArray<SchemaViolation> Check(Node place)
    {
        List<SchemaViolation> found = [];
        Check(place, found);
        return [.. found];
    }

    /// <summary>Stops at a wrong type: what else is wrong with the value follows from it.</summary>
    public void Check(Node place, List<SchemaViolation> found)
    {
        if (Types != JsonTypes.Any && !JsonType.Admits(Types, place))
        {
            found.Add(WrongType(place));
            return;
        }

        foreach (Constraint constraint in Constraints)
        {
            constraint.Check(place, found);
        }
    }

    private SchemaViolation WrongType(Node place)
    {
        string due = JsonType.Describe(Types);
        JsonTypes type = JsonType.Of(place.Value);
        string message = (place.Value, type) switch
        {
            (_, JsonTypes.Null) => $"null stands where {due} is due",
            (Scalar, _) when Types.HasFlag(JsonTypes.String) =>
                $"{Quoted.Text(place)} is read as {JsonType.Describe(type)} where {due} is due; put it in quotes",
            (Scalar, _) => $"{Quoted.Text(place)} is {JsonType.Describe(type)} where {due} is due",
            _ => $"{JsonType.Describe(type)} stands where {due} is due",
        };
        return new(SchemaViolationKind.WrongType, place, message);
    }
}
